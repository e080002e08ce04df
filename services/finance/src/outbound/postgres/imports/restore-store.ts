import { fromRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { ObjectKind, RestoredObject, RestoreStore } from '../../../app/restores/ports.ts';

type Row = Record<string, unknown>;

/** Which rows of a kind are there; deleted wallets and categories still hold what is filed under them. */
const TABLES: Record<ObjectKind, { table: string; live: string }> = {
  wallets: { table: 'wallets', live: 'true' },
  categories: { table: 'categories', live: 'true' },
  tags: { table: 'tags', live: 'true' },
  attachments: { table: 'attachments', live: `own.state = 'kept'` },
  rules: { table: 'rules', live: 'true' },
  recurring: { table: 'recurring_transactions', live: 'true' },
  budgets: { table: 'budgets', live: 'true' },
  goals: { table: 'goals', live: 'true' },
};

export function createRestoreStore(knex: Knex): RestoreStore {
  const table = () => knex<Row>('restored_objects');
  return {
    list: async ({ id, ownerId }) => {
      const rows = await table().where({ owner_id: ownerId, import_id: id });
      return rows.map((row) => fromRow<RestoredObject>(row));
    },
    add: async ({ id, ownerId }, objects) => {
      if (objects.length === 0) return;
      await knex.raw(
        `insert into restored_objects select ?, ?, given.* from unnest(?::text[], ?::uuid[], ?::uuid[], ?::boolean[]) as given
         on conflict do nothing`,
        [
          ...[ownerId, id, objects.map(({ kind }) => kind), objects.map(({ sourceId }) => sourceId)],
          ...[objects.map(({ targetId }) => targetId), objects.map(({ made }) => made)],
        ],
      );
    },
    clear: async ({ id, ownerId }) => {
      await table().where({ owner_id: ownerId, import_id: id }).delete();
    },
    walletsOfNew: async ({ id }) => {
      const fresh = knex('import_rows').where({ import_id: id, state: 'new' });
      return fresh.distinct('wallet_id').pluck<string[]>('wallet_id');
    },
    closedWallets: async ({ id, ownerId }) => {
      const named = knex('import_rows').where({ import_id: id }).distinct('wallet_id');
      const closed = knex<Row>('wallets').where({ owner_id: ownerId }).whereIn('id', named);
      return closed.whereRaw(`(status <> 'open' or ledger_owned)`).pluck<string[]>('id');
    },
    ...createKnown(knex),
    ...createUnused(knex),
  };
}

function createKnown(knex: Knex): Pick<RestoreStore, 'known' | 'knownRows'> {
  const pairs = async (sql: string, bindings: Knex.RawBinding[]): Promise<Map<string, string>> => {
    const { rows } = await knex.raw<{ rows: { source: string; target: string }[] }>(sql, bindings);
    return new Map(rows.map(({ source, target }) => [source, target]));
  };
  return {
    known: (ownerId, kind, sourceIds) => {
      const { table: name, live } = TABLES[kind];
      return pairs(
        `select o.source_id as source, own.id as target from restored_objects o
         join ${name} own on own.id = o.target_id and own.owner_id = o.owner_id
         where o.owner_id = ? and o.kind = ? and o.source_id = any(?) and o.made and ${live}
         union all
         select own.id, own.id from ${name} own where own.owner_id = ? and own.id = any(?) and ${live}`,
        [ownerId, kind, [...sourceIds], ownerId, [...sourceIds]],
      );
    },
    knownRows: (ownerId, sourceIds) =>
      pairs(
        `select r.bank_id as source, t.id as target from import_rows r
         join transactions t on t.id = r.transaction_id and t.owner_id = r.owner_id and t.status = 'posted'
         where r.owner_id = ? and r.bank_id = any(?) and r.taken and r.details is not null
         union all
         select id::text, id from transactions where owner_id = ? and id = any(?) and status = 'posted'`,
        [ownerId, [...sourceIds], ownerId, [...sourceIds]],
      ),
  };
}

type Unused = 'unusedCategories' | 'emptyWallets' | 'unusedTags';

function createUnused(knex: Knex): Pick<RestoreStore, Unused> {
  const without = async (ids: readonly string[], used: string, ownerId: string): Promise<string[]> => {
    const sql = `select id from unnest(?::uuid[]) as given (id) where not exists (${used})`;
    const { rows } = await knex.raw<{ rows: { id: string }[] }>(sql, [
      [...ids],
      ...used
        .split('?')
        .slice(1)
        .map(() => ownerId),
    ]);
    return rows.map(({ id }) => id);
  };
  return {
    unusedCategories: (ownerId, ids) =>
      without(
        ids,
        `select from transactions where owner_id = ? and category_id = given.id and status = 'posted'
         union all
         select from transaction_parts p join transactions t on t.id = p.transaction_id and t.status = 'posted'
         where p.owner_id = ? and p.category_id = given.id`,
        ownerId,
      ),
    emptyWallets: (ownerId, ids) =>
      without(
        ids,
        `select from transactions where owner_id = ? and wallet_id = given.id and status = 'posted'`,
        ownerId,
      ),
    unusedTags: (ownerId, ids) =>
      without(
        ids,
        `select from transaction_tags one join transactions t on t.id = one.transaction_id and t.status = 'posted'
         where one.owner_id = ? and one.tag_id = given.id`,
        ownerId,
      ),
  };
}
