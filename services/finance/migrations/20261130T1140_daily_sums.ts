import type { Knex } from 'knex';

/**
 * What came in and went out by owner, category, currency, day and wallet: the cost of a sum follows days, not rows. Triggers
 * keep them, so that whatever writes a row keeps its sums in the same transaction. Once a statement and not once a row: a
 * statement over 5,000 rows touches each sum once, always in one order, so that two of them don't lock each other out.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table daily_sums (
      owner_id uuid not null,
      category_id uuid not null,
      currency text not null,
      date date not null,
      wallet_id uuid not null,
      -- minor units
      amount_in numeric not null,
      amount_out numeric not null,
      row_count bigint not null,
      primary key (owner_id, category_id, currency, date, wallet_id)
    )`);
  await knex.raw('create index daily_sums_of_days on daily_sums (owner_id, date)');
  await knex.raw(`
    create view counted_rows as
    select owner_id, category_id, currency, date, wallet_id,
      case direction when 'in' then amount else 0 end as amount_in,
      case direction when 'out' then amount else 0 end as amount_out
    from transactions
    where status = 'posted' and type in ('income', 'expense', 'debt') and category_id is not null`);
  await knex.raw(`
    insert into daily_sums
    select owner_id, category_id, currency, date, wallet_id, sum(amount_in), sum(amount_out), count(*)
    from counted_rows group by owner_id, category_id, currency, date, wallet_id`);
  for (const [event, parts] of Object.entries(EVENTS)) await createTrigger(knex, event, parts);
}

interface Part {
  table: string;
  sign: 1 | -1;
}
const NEW: Part = { table: 'new_rows', sign: 1 };
const OLD: Part = { table: 'old_rows', sign: -1 };
const EVENTS: Record<string, Part[]> = { insert: [NEW], update: [NEW, OLD], delete: [OLD] };

async function createTrigger(knex: Knex, event: string, parts: readonly Part[]): Promise<void> {
  const changes = parts.map(
    ({ table, sign }) => `
      select owner_id, category_id, currency, date, wallet_id,
        ${sign} * case direction when 'in' then amount else 0 end as amount_in,
        ${sign} * case direction when 'out' then amount else 0 end as amount_out,
        ${sign} as row_count
      from ${table}
      where status = 'posted' and type in ('income', 'expense', 'debt') and category_id is not null`,
  );
  await knex.raw(`
    create function sum_on_${event}() returns trigger language plpgsql as $$
    begin
      insert into daily_sums as kept
      select owner_id, category_id, currency, date, wallet_id, sum(amount_in), sum(amount_out), sum(row_count)
      from (${changes.join(' union all ')}) as changes
      group by owner_id, category_id, currency, date, wallet_id
      having sum(amount_in) <> 0 or sum(amount_out) <> 0 or sum(row_count) <> 0
      order by owner_id, category_id, currency, date, wallet_id
      on conflict (owner_id, category_id, currency, date, wallet_id) do update set
        amount_in = kept.amount_in + excluded.amount_in,
        amount_out = kept.amount_out + excluded.amount_out,
        row_count = kept.row_count + excluded.row_count;
      return null;
    end $$`);
  const tables = parts.map(({ table }) => `${table === 'new_rows' ? 'new' : 'old'} table as ${table}`);
  await knex.raw(`
    create trigger daily_sums_on_${event} after ${event} on transactions
    referencing ${tables.join(' ')} for each statement execute function sum_on_${event}()`);
}

export async function down(knex: Knex): Promise<void> {
  for (const event of Object.keys(EVENTS)) {
    await knex.raw(`drop trigger daily_sums_on_${event} on transactions`);
    await knex.raw(`drop function sum_on_${event}()`);
  }
  await knex.raw('drop view counted_rows');
  await knex.raw('drop table daily_sums');
}
