import type { Knex } from 'knex';

/** A budget may be over several categories or all of a type, recur, and carry over what a period left. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table budgets rename column period_start to starts_on');
  await knex.raw('alter table budgets rename column period_end to ends_on');
  await knex.raw(`
    alter table budgets
      add column name text not null default '',
      -- empty: all categories of the type
      add column category_ids uuid[] not null default '{}',
      add column type text not null default 'expense' check (type in ('income', 'expense', 'debt')),
      add column period text not null default 'once',
      -- amounts of the periods that began before a day, earliest first
      add column past_amounts jsonb not null default '[]',
      add column rollover text not null default 'none' check (rollover in ('none', 'surplus', 'deficit', 'both')),
      add column rollover_cap bigint,
      add column thresholds integer[] not null default '{80,100}',
      -- the first day of the period that alerted_percent is of
      add column alerted_period date,
      alter column ends_on drop not null,
      add check (period <> 'once' or ends_on is not null)`);
  await knex.raw(`
    update budgets b set category_ids = array[b.category_id], alerted_period = b.starts_on,
      type = (select c.type from categories c where c.id = b.category_id)`);
  await knex.raw('alter table budgets drop column category_id');
}

/** Only budgets on one category have a place in the older table. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table budgets add column category_id uuid references categories');
  await knex.raw(`delete from budgets where cardinality(category_ids) <> 1 or period <> 'once'`);
  await knex.raw('update budgets set category_id = category_ids[1]');
  await knex.raw(`
    alter table budgets
      drop column name, drop column category_ids, drop column type, drop column period, drop column past_amounts,
      drop column rollover, drop column rollover_cap, drop column thresholds, drop column alerted_period,
      alter column ends_on set not null, alter column category_id set not null`);
  await knex.raw('alter table budgets rename column starts_on to period_start');
  await knex.raw('alter table budgets rename column ends_on to period_end');
  await knex.raw('create index budgets_of_category on budgets (category_id)');
}
