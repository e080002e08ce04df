import type { Knex } from 'knex';

/**
 * What transfers and adjustments moved, by owner, day and wallet: with `daily_sums` it is all that ever changed a balance, so
 * that a balance of any day is known without a look at rows. A table of its own keeps the sums by category as small as they are.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table daily_moves (
      owner_id uuid not null,
      date date not null,
      wallet_id uuid not null,
      currency text not null,
      -- minor units, below 0 for what went out
      amount numeric not null,
      primary key (owner_id, date, wallet_id, currency)
    )`);
  await knex.raw(`
    create view moved_rows as
    select owner_id, date, wallet_id, currency, case direction when 'in' then amount else -amount end as amount
    from transactions where status = 'posted' and type in ('transfer', 'adjustment')`);
  await knex.raw(`
    insert into daily_moves
    select owner_id, date, wallet_id, currency, sum(amount) from moved_rows group by owner_id, date, wallet_id, currency`);
  for (const [event, tables] of Object.entries(EVENTS)) await createTrigger(knex, event, tables);
}

const EVENTS: Record<string, string[]> = { insert: ['new'], update: ['new', 'old'], delete: ['old'] };

/** Once a statement and in one order, as the triggers of `daily_sums`. */
async function createTrigger(knex: Knex, event: string, tables: readonly string[]): Promise<void> {
  const changes = tables.map(
    (table) => `
      select owner_id, date, wallet_id, currency,
        case when direction = '${table === 'new' ? 'in' : 'out'}' then amount else -amount end as amount
      from ${table}_rows where status = 'posted' and type in ('transfer', 'adjustment')`,
  );
  await knex.raw(`
    create function move_on_${event}() returns trigger language plpgsql as $$
    begin
      insert into daily_moves as kept
      select owner_id, date, wallet_id, currency, sum(amount)
      from (${changes.join(' union all ')}) as changes
      group by owner_id, date, wallet_id, currency
      having sum(amount) <> 0
      order by owner_id, date, wallet_id, currency
      on conflict (owner_id, date, wallet_id, currency) do update set amount = kept.amount + excluded.amount;
      return null;
    end $$`);
  await knex.raw(`
    create trigger daily_moves_on_${event} after ${event} on transactions
    referencing ${tables.map((table) => `${table} table as ${table}_rows`).join(' ')}
    for each statement execute function move_on_${event}()`);
}

export async function down(knex: Knex): Promise<void> {
  for (const event of Object.keys(EVENTS)) {
    await knex.raw(`drop trigger daily_moves_on_${event} on transactions`);
    await knex.raw(`drop function move_on_${event}()`);
  }
  await knex.raw('drop view moved_rows');
  await knex.raw('drop table daily_moves');
}
