import type { Knex } from 'knex';

const KEY = 'owner_id, category_id, currency, month, wallet_id';
const MONTH = `date_trunc('month', date)::date`;

/**
 * The sums of days by month: three years of a person with a million rows are 80,000 sums of days and 3,000 of months. They
 * follow from the sums of days, whatever changes those.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table monthly_sums (
      owner_id uuid not null,
      category_id uuid not null,
      currency text not null,
      month date not null,
      wallet_id uuid not null,
      -- minor units
      amount_in numeric not null,
      amount_out numeric not null,
      row_count bigint not null,
      primary key (${KEY})
    )`);
  await knex.raw('create index monthly_sums_of_months on monthly_sums (owner_id, month)');
  await knex.raw(`
    insert into monthly_sums
    select owner_id, category_id, currency, ${MONTH}, wallet_id, sum(amount_in), sum(amount_out), sum(row_count)
    from daily_sums group by owner_id, category_id, currency, ${MONTH}, wallet_id`);
  await createTrigger(knex, 'insert', 'select * from new_rows');
  await createTrigger(
    knex,
    'update',
    `select * from new_rows union all
     select owner_id, category_id, currency, date, wallet_id, -amount_in, -amount_out, -row_count from old_rows`,
  );
}

async function createTrigger(knex: Knex, event: string, changes: string): Promise<void> {
  await knex.raw(`
    create function sum_months_on_${event}() returns trigger language plpgsql as $$
    begin
      insert into monthly_sums as kept
      select owner_id, category_id, currency, ${MONTH}, wallet_id, sum(amount_in), sum(amount_out), sum(row_count)
      from (${changes}) as changes
      group by owner_id, category_id, currency, ${MONTH}, wallet_id
      order by owner_id, category_id, currency, ${MONTH}, wallet_id
      on conflict (${KEY}) do update set
        amount_in = kept.amount_in + excluded.amount_in,
        amount_out = kept.amount_out + excluded.amount_out,
        row_count = kept.row_count + excluded.row_count;
      return null;
    end $$`);
  await knex.raw(`
    create trigger monthly_sums_on_${event} after ${event} on daily_sums
    referencing new table as new_rows ${event === 'update' ? 'old table as old_rows' : ''}
    for each statement execute function sum_months_on_${event}()`);
}

export async function down(knex: Knex): Promise<void> {
  for (const event of ['insert', 'update']) {
    await knex.raw(`drop trigger monthly_sums_on_${event} on daily_sums`);
    await knex.raw(`drop function sum_months_on_${event}()`);
  }
  await knex.raw('drop table monthly_sums');
}
