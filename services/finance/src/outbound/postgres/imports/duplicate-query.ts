import type { Knex } from 'knex';
import type { Choice } from '../../../app/imports/ports.ts';
import type { Import } from '../../../domain/imports/import.ts';

type Given = Pick<Import, 'id' | 'ownerId' | 'walletId'>;

/**
 * Gives every row of an import its state. A row is a duplicate of a payment of the wallet that has its bank's id, day and
 * amount; where one of both has no id, that has its day, amount and text. A payment has at most one duplicate: of equal
 * rows, as many are duplicates as the wallet has. Rows written down by hand, and transfers, count as much as imported ones.
 */
export async function decideRows(knex: Knex, { id, ownerId, walletId }: Given, choice: Choice): Promise<void> {
  const { currency, account, leaveOut, takeAnyway } = choice;
  // rows that have just been written are not in the planner's statistics: it would compare each with each
  await knex.raw('set local enable_nestloop = off');
  const skipped = `(currency <> :currency or account <> coalesce(:account::text, account) or position = any(:leaveOut))`;
  await knex.raw(
    `update import_rows set state = case when ${skipped} then 'skipped' else 'new' end, duplicate_of = null
     where import_id = :id
       and (state <> case when ${skipped} then 'skipped' else 'new' end or duplicate_of is not null)`,
    { id, currency, account, leaveOut: [...leaveOut] },
  );
  const values = { id, ownerId, walletId, anyway: [...takeAnyway] };
  for (const step of [
    BY_OWN_ID,
    BY_BANK_ID,
    byText(`g.bank_id <> ''`, `bank_id = ''`),
    byText(`g.bank_id = ''`, 'true'),
  ]) {
    await knex.raw(step, values);
  }
  await knex.raw('set local enable_nestloop = on');
}

const OPEN = `r.import_id = :id and r.state = 'new' and not r.position = any(:anyway)`;
const DAYS = `between (select min(date) from import_rows where import_id = :id)
  and (select max(date) from import_rows where import_id = :id)`;
const UNUSED = `not exists (select from import_rows d where d.import_id = :id and d.duplicate_of = kept.id)`;

/** An export of our own names transactions by their ids. */
const BY_OWN_ID = `
  update import_rows r set state = 'duplicate', duplicate_of = t.id
  from transactions t
  where ${OPEN} and r.bank_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and t.id::text = r.bank_id and t.owner_id = :ownerId and t.wallet_id = :walletId and t.status = 'posted'
    and t.date ${DAYS}`;

const BY_BANK_ID = `
  with given as (
    select r.position, r.bank_id, r.date, r.amount,
      row_number() over (partition by r.bank_id, r.date, r.amount order by r.position) as place
    from import_rows r where ${OPEN} and r.bank_id <> ''),
  kept as (
    select transaction_id as id, bank_id, date, amount,
      row_number() over (partition by bank_id, date, amount order by import_id, position) as place
    from import_rows
    where owner_id = :ownerId and wallet_id = :walletId and taken and bank_id <> '' and date ${DAYS})
  update import_rows r set state = 'duplicate', duplicate_of = kept.id
  from given join kept using (bank_id, date, amount, place)
  where r.import_id = :id and r.position = given.position and ${UNUSED}`;

/** Of rows and payments of which one has no id. */
function byText(given: string, kept: string): string {
  return `
  with given as (
    select g.position, g.date, g.amount, lower(g.description) as text,
      row_number() over (partition by g.date, g.amount, lower(g.description) order by g.position) as place
    from import_rows g where ${OPEN.replaceAll('r.', 'g.')} and ${given}),
  kept as (
    select id, date, amount, text, row_number() over (partition by date, amount, text order by id) as place
    from (
      select transaction_id as id, date, amount, lower(description) as text, bank_id
      from import_rows
      where owner_id = :ownerId and wallet_id = :walletId and taken and date ${DAYS}
      union all
      select id, date, case direction when 'in' then amount else -amount end, lower(description), ''
      from transactions t
      where owner_id = :ownerId and wallet_id = :walletId and status = 'posted' and date ${DAYS}
        and not exists (
          select from import_rows i where i.owner_id = t.owner_id and i.transaction_id = t.id and i.taken)
    ) kept
    where ${kept} and ${UNUSED})
  update import_rows r set state = 'duplicate', duplicate_of = kept.id
  from given join kept using (date, amount, text, place)
  where r.import_id = :id and r.position = given.position`;
}
