import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table budgets (
      id uuid primary key,
      owner_id uuid not null,
      category_id uuid not null references categories,
      amount bigint not null check (amount > 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      period_start date not null,
      period_end date not null,
      description text not null default '' check (char_length(description) <= 500),
      -- the highest threshold told so far, in per cent
      alerted_percent integer not null default 0,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (period_start <= period_end)
    )`);
  await knex.raw('create index budgets_of_owner on budgets (owner_id, created_at, id)');
  await knex.raw('create index budgets_of_category on budgets (category_id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists budgets');
}
