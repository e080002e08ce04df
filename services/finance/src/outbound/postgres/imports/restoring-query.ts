import type { Knex } from 'knex';
import type { ImportRowStore } from '../../../app/imports/ports.ts';

/** transfers of one part: two rows and at most two postings each */
const PART_TRANSFERS = 250;
const PART_ROWS = 1_000;

const LIVE = `('posted', 'pending')`;
const DECIDE = `
  update import_rows r set duplicate_of = known.id,
    state = case when known.id is not null then 'duplicate' when known.skipped then 'skipped' else 'new' end
  from (
    select g.position,
      (row_number() over (partition by g.bank_id order by g.position) > 1 or
        g.account <> coalesce(:account::text, g.account) or g.position = any(:leaveOut) or g.wallet_id = any(:closed)) as skipped,
      coalesce(
        (select t.id from transactions t where t.id = g.bank_id::uuid and t.owner_id = :ownerId and t.status in ${LIVE}),
        (select t.id from import_rows b join transactions t
           on t.id = b.transaction_id and t.owner_id = b.owner_id and t.status in ${LIVE}
         where b.owner_id = :ownerId and b.bank_id = g.bank_id and b.taken and b.details is not null
         limit 1)) as id
    from import_rows g where g.import_id = :id) as known
  where r.import_id = :id and r.position = known.position`;

/** Both ends of a transfer go together; an end whose other one is not new goes by itself. */
const TAKE = `
  with fresh as (
    select position, details ->> 'transfer' as transfer,
      count(*) over (partition by coalesce(details ->> 'transfer', position::text)) as ends
    from import_rows where import_id = :id and state = 'new'),
  singles as (
    select position, (row_number() over (order by position) - 1) / ${PART_ROWS} as part from fresh where ends <> 2),
  pairs as (
    select position, (dense_rank() over (order by transfer) - 1) / ${PART_TRANSFERS}
      + coalesce((select max(part) + 1 from singles), 0) as part
    from fresh where ends = 2)
  update import_rows r set taken = true, transaction_id = gen_random_uuid(), part = placed.part
  from (select * from singles union all select * from pairs) placed
  where r.import_id = :id and r.position = placed.position`;

type Restoring = 'insertRestored' | 'decideRestored' | 'takeRestored';

/** Rows of full exports. */
export function createRestoring(knex: Knex): Pick<ImportRowStore, Restoring> {
  return {
    insertRestored: async ({ id, ownerId }, rows) => {
      const column = (name: Exclude<keyof (typeof rows)[number], 'details'>) => rows.map((row) => String(row[name]));
      await knex.raw(
        `insert into import_rows (owner_id, import_id, state, position, line, wallet_id, account, date, amount, currency,
           description, counterparty, bank_id, category, details)
         select ?, ?, 'new', given.* from unnest(?::int[], ?::int[], ?::uuid[], ?::text[], ?::date[], ?::bigint[],
           ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[]) as given`,
        [
          ...[ownerId, id, column('position'), column('line'), column('walletId'), column('account'), column('date')],
          ...[column('amount'), column('currency'), column('description'), column('counterparty'), column('bankId')],
          ...[column('category'), rows.map(({ details }) => JSON.stringify(details))],
        ],
      );
    },
    decideRestored: async ({ id, ownerId }, { account, leaveOut, closed }) => {
      await knex.raw(DECIDE, { id, ownerId, account, leaveOut: [...leaveOut], closed: [...closed] });
    },
    takeRestored: async (id) => {
      await knex.raw(TAKE, { id });
    },
  };
}
