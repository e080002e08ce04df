import type { Knex } from 'knex';
import { fromRow } from '@florin/service-kit/postgres';
import type { FileCategory, ImportRowStore } from '../../../app/imports/ports.ts';
import type { FileAccount, ImportRow, RowState } from '../../../domain/imports/import.ts';
import { decideRows } from './duplicate-query.ts';
import { createRestoring } from './restoring-query.ts';

const MAX_ACCOUNTS = 100;

export function createImportRowStore(knex: Knex): ImportRowStore {
  const table = () => knex<Record<string, unknown>>('import_rows');
  return {
    clear: async (importId) => {
      await table().where({ import_id: importId }).delete();
    },
    insert: async ({ id, ownerId, walletId }, rows) => {
      const column = (name: Exclude<keyof (typeof rows)[number], 'parts'>) => rows.map((row) => String(row[name]));
      await knex.raw(
        `insert into import_rows (owner_id, import_id, wallet_id, state, position, line, account, date, amount, currency,
           description, counterparty, bank_id, category, parts)
         select ?, ?, ?, 'new', given.* from unnest(?::int[], ?::int[], ?::text[], ?::date[], ?::bigint[], ?::text[],
           ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[]) as given`,
        [
          ...[ownerId, id, walletId, column('position'), column('line'), column('account'), column('date')],
          ...[column('amount'), column('currency'), column('description')],
          ...[column('counterparty'), column('bankId'), column('category')],
          rows.map(({ parts }) => JSON.stringify(parts)),
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
    ...createTaking(knex),
    ...createRestoring(knex),
    list: async (importId, state, { limit, after = 0 }) => {
      const query = table().where({ import_id: importId }).where('position', '>', after);
      if (state !== undefined) void query.where({ state });
      const rows = await query.orderBy('position').limit(limit + 1);
      return rows.map((row) => fromRow<ImportRow>(row, ['amount']));
    },
  };
}

const PART_ROWS = 1_000;
const MAX_CATEGORIES = 2_000;
const TYPE = `case when amount > 0 then 'income' else 'expense' end`;
const PART_TYPE = `case when (split ->> 'amount')::bigint > 0 then 'income' else 'expense' end`;

const CATEGORIES_OF_NEW = `select name, type from (
           select category as name, ${TYPE} as type, position from import_rows
           where import_id = :importId and state = 'new' and parts = '[]'
           union all
           select split ->> 'category', ${PART_TYPE}, position from import_rows, jsonb_array_elements(parts) as split
           where import_id = :importId and state = 'new'
         ) named where name <> '' group by name, type order by min(position) limit :limit`;

const TAKE_PARTS = `update import_rows r set parts = (
           select jsonb_agg(split || jsonb_build_object('categoryId',
             coalesce(filed.id, case ${PART_TYPE} when 'income' then ?::uuid else ?::uuid end)) order by place)
           from jsonb_array_elements(r.parts) with ordinality as each (split, place)
           left join unnest(?::text[], ?::text[], ?::uuid[]) as filed (name, type, id)
             on filed.name = split ->> 'category' and filed.type = ${PART_TYPE})
         where import_id = ? and taken and parts <> '[]'`;

type Taking = 'sums' | 'categoriesOfNew' | 'take' | 'part' | 'lastPart' | 'release';

function createTaking(knex: Knex): Pick<ImportRowStore, Taking> {
  const table = () => knex<Record<string, unknown>>('import_rows');
  return {
    sums: async (importId, which) => {
      const { rows } = await knex.raw<{ rows: [{ in: string; out: string }] }>(
        `select coalesce(sum(amount) filter (where amount > 0), 0)::text as in,
           coalesce(-sum(amount) filter (where amount < 0), 0)::text as out
         from import_rows where import_id = ? and ${which === 'new' ? `state = 'new'` : 'taken'}`,
        [importId],
      );
      return { in: BigInt(rows[0].in), out: BigInt(rows[0].out) };
    },
    categoriesOfNew: async (importId) => {
      const { rows } = await knex.raw<{ rows: FileCategory[] }>(CATEGORIES_OF_NEW, { importId, limit: MAX_CATEGORIES });
      return rows;
    },
    take: async (importId, { named, income, expense }) => {
      const given = (name: keyof (typeof named)[number]) => named.map((each) => each[name]);
      await knex.raw(
        `update import_rows r set taken = true, transaction_id = gen_random_uuid(), part = placed.part,
           category_id = coalesce(placed.named, case placed.type when 'income' then ?::uuid else ?::uuid end)
         from (
           select position, ${TYPE} as type, filed.id as named,
             (row_number() over (order by amount < 0, date, position) - 1) / ? as part
           from import_rows left join unnest(?::text[], ?::text[], ?::uuid[]) as filed (name, type, id)
             on filed.name = category and filed.type = ${TYPE}
           where import_id = ? and state = 'new'
         ) placed
         where r.import_id = ? and r.position = placed.position`,
        [income, expense, PART_ROWS, given('name'), given('type'), given('categoryId'), importId, importId],
      );
      await knex.raw(TAKE_PARTS, [income, expense, given('name'), given('type'), given('categoryId'), importId]);
    },
    part: async (importId, part) => {
      const taken = table().where({ import_id: importId, part, taken: true });
      const rows = await taken.orderByRaw('amount < 0, date, position');
      return rows.map((row) => fromRow<ImportRow>(row, ['amount']));
    },
    lastPart: async (importId) => {
      const row = await table().where({ import_id: importId }).whereNotNull('part').max('part as last').first();
      return (row?.['last'] as number | null) ?? -1;
    },
    release: async (importId, transactionIds) => {
      await table().where({ import_id: importId }).whereIn('transaction_id', transactionIds).update({ taken: false });
    },
  };
}
