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
    remove: async (ownerId, id) => {
      await table().where({ owner_id: ownerId, id }).delete();
    },
    mergeInto: async (ownerId, id, intoId) => {
      await knex.raw(
        `insert into transaction_tags
         select owner_id, transaction_id, ? from transaction_tags where owner_id = ? and tag_id = ?
         on conflict do nothing`,
        [intoId, ownerId, id],
      );
      await table().where({ owner_id: ownerId, id }).delete();
    },
  };
}
