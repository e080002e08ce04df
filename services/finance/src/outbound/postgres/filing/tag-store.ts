import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { TagStore } from '../../../app/tags/ports.ts';
import type { Tag } from '../../../domain/filing/tag.ts';
import { BY_CREATION, containing, slice } from '../rows.ts';

const read = (row: Record<string, unknown>): Tag => fromRow<Tag>(row);

export function createTagStore(knex: Knex): TagStore {
  const table = () => knex<Record<string, unknown>>('tags');
  return {
    byNames: async (ownerId, names) => {
      const query = table()
        .where({ owner_id: ownerId })
        .whereRaw('lower(name) in (select lower(given) from unnest(?::text[]) as given)', [[...names]]);
      return (await query).map(read);
    },
    insert: async (tags) => {
      await table().insert(tags.map(toRow)).onConflict().ignore();
    },
    keep: async (tags) => {
      await knex.raw(KEEP, [JSON.stringify(tags.map(toRow))]);
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock) void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    list: async (ownerId, { search }, cut) => {
      const query = table().where({ owner_id: ownerId });
      if (search !== undefined) void query.whereILike('name', containing(search));
      return (await slice(query, cut, BY_CREATION, 'asc')).map(read);
    },
    count: async (ownerId) => {
      const row = await table().where({ owner_id: ownerId }).count().first();
      return Number(row?.['count'] ?? 0);
    },
    rename: async (ownerId, id, name, now) => {
      const renamed = table().where({ owner_id: ownerId, id }).update({ name, updated_at: now });
      const [row] = await renamed.returning('*');
      if (!row) throw new Error(`tag ${id} is gone`);
      return read(row);
    },
    byIds: async (ownerId, ids, lock) => {
      const query = table()
        .where({ owner_id: ownerId })
        .whereRaw('id = any(?)', [[...ids]]);
      if (lock) void query.orderBy('id').forShare();
      return (await query).map(read);
    },
    lockRows: async (ownerId, id) => {
      await knex.raw(
        `select id from transactions where id = any (array(
           select transaction_id from transaction_tags where owner_id = ? and tag_id = ?)) order by id for update`,
        [ownerId, id],
      );
    },
    counts: async (ownerId, ids) => {
      const counts = knex<Record<string, unknown>>('tag_counts').where({ owner_id: ownerId });
      const rows = await counts.whereRaw('tag_id = any(?)', [[...ids]]);
      return new Map(rows.map((row) => [row['tag_id'] as string, Number(row['row_count'])]));
    },
    remove: (ownerId, id) => remove(knex, ownerId, id),
    mergeInto: (ownerId, id, intoId) => mergeInto(knex, { ownerId, id, intoId }),
  };
}

/** Rows and their sums follow by triggers; what is left of its own sums is nothing. */
async function remove(knex: Knex, ownerId: string, id: string): Promise<void> {
  await knex('tags').where({ owner_id: ownerId, id }).delete();
  for (const sums of ['daily_tag_sums', 'monthly_tag_sums', 'tag_counts']) {
    await knex(sums).where({ owner_id: ownerId, tag_id: id }).delete();
  }
}

interface Merge {
  ownerId: string;
  id: string;
  intoId: string;
}

async function mergeInto(knex: Knex, { ownerId, id, intoId }: Merge): Promise<void> {
  await knex.raw(
    `insert into transaction_tags as kept (owner_id, transaction_id, tag_id, whole)
     select owner_id, transaction_id, ?, whole from transaction_tags where owner_id = ? and tag_id = ?
     on conflict (owner_id, transaction_id, tag_id) do update set whole = kept.whole or excluded.whole`,
    [intoId, ownerId, id],
  );
  await knex.raw(
    `update transaction_parts part
     set tag_ids = array(select distinct unnest(array_replace(part.tag_ids, :id::uuid, :intoId::uuid)) as tag_id order by tag_id)
     where owner_id = :ownerId and tag_ids @> array[:id::uuid] and transaction_id = any (array(
       select transaction_id from transaction_tags where owner_id = :ownerId and tag_id = :id))`,
    { ownerId, id, intoId },
  );
  await remove(knex, ownerId, id);
}

/** One order, that of labels: two that keep or make the same ones don't wait for each other. */
const KEEP = `
  with given as materialized (
    select * from json_to_recordset(?) as given (id uuid, owner_id uuid, name text, created_at timestamptz, updated_at timestamptz)
    order by owner_id, lower(name)
  ), found as materialized (
    select given.id from given cross join lateral (
      select from tags where owner_id = given.owner_id and lower(tags.name) = lower(given.name) for key share) as tag
  )
  insert into tags (id, owner_id, name, created_at, updated_at)
  select id, owner_id, name, created_at, updated_at from given where id not in (select id from found)
  on conflict do nothing`;
