import type { Knex } from 'knex';
import { fromRow } from '@florin/service-kit/postgres';
import type { ImportRowStore } from '../../../app/imports/ports.ts';
import type { FileAccount, ImportRow, RowState } from '../../../domain/imports/import.ts';
import { decideRows } from './duplicate-query.ts';

const MAX_ACCOUNTS = 100;

export function createImportRowStore(knex: Knex): ImportRowStore {
  const table = () => knex<Record<string, unknown>>('import_rows');
  return {
    clear: async (importId) => {
      await table().where({ import_id: importId }).delete();
    },
    insert: async ({ id, ownerId, walletId }, rows) => {
      const column = (name: keyof (typeof rows)[number]) => rows.map((row) => String(row[name]));
      await knex.raw(
        `insert into import_rows (owner_id, import_id, wallet_id, state, position, line, account, date, amount, currency,
           description, counterparty, bank_id, category)
         select ?, ?, ?, 'new', given.* from unnest(?::int[], ?::int[], ?::text[], ?::date[], ?::bigint[], ?::text[],
           ?::text[], ?::text[], ?::text[], ?::text[]) as given`,
        [
          ...[ownerId, id, walletId, column('position'), column('line'), column('account'), column('date')],
          ...[column('amount'), column('currency'), column('description')],
          ...[column('counterparty'), column('bankId'), column('category')],
        ],
      );
    },
    accounts: async (importId) => {
      const { rows } = await knex.raw<{ rows: (Omit<FileAccount, 'sum'> & { sum: string })[] }>(
        `select account, currency, count(*)::int as rows, sum(amount)::text as sum
         from import_rows where import_id = ?
         group by account, currency order by count(*) desc, min(position) limit ?`,
        [importId, MAX_ACCOUNTS],
      );
      return rows.map((row) => ({ ...row, sum: BigInt(row.sum) }));
    },
    decide: (one, choice) => decideRows(knex, one, choice),
    countByState: async (importId) => {
      const counted = await table().where({ import_id: importId }).groupBy('state').select('state').count();
      const counts: Record<RowState, number> = { new: 0, duplicate: 0, skipped: 0 };
      for (const row of counted) counts[row['state'] as RowState] = Number(row['count']);
      return counts;
    },
    days: async (importId) => {
      const row = await table().where({ import_id: importId }).min('date as first').max('date as last').first();
      return { first: (row?.['first'] ?? null) as string | null, last: (row?.['last'] ?? null) as string | null };
    },
    list: async (importId, state, { limit, after = 0 }) => {
      const query = table().where({ import_id: importId }).where('position', '>', after);
      if (state !== undefined) void query.where({ state });
      const rows = await query.orderBy('position').limit(limit + 1);
      return rows.map((row) => fromRow<ImportRow>(row, ['amount']));
    },
  };
}
