import type { Knex } from 'knex';

/** Transactions that come again and again, and what became of each time. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table recurring_transactions (
      id uuid primary key,
      owner_id uuid not null,
      type text not null check (type in ('income', 'expense', 'debt', 'transfer')),
      direction text not null check (direction in ('in', 'out')),
      wallet_id uuid not null references wallets,
      to_wallet_id uuid references wallets,
      category_id uuid references categories,
      amount bigint not null check (amount > 0),
      currency text not null,
      description text not null default '' check (char_length(description) <= 500),
      frequency text not null check (frequency in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
      every integer not null check (every between 1 and 99),
      start_date date not null,
      last_day_of_month boolean not null,
      weekend_rule text not null check (weekend_rule in ('stay', 'before', 'after')),
      time text not null check (time ~ '^\\d\\d:\\d\\d$'),
      time_zone text not null,
      end_date date,
      count integer check (count > 0),
      -- occurrence of start_date
      first_number integer not null,
      next_number integer not null,
      next_date date,
      next_at timestamptz,
      status text not null check (status in ('active', 'paused', 'done')),
      paused_reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check ((type = 'transfer') = (to_wallet_id is not null)),
      check ((type = 'transfer') = (category_id is null)),
      check ((status = 'done') = (next_at is null)),
      check ((status = 'paused') = (paused_reason is not null))
    )`);
  await knex.raw('create index recurring_of_owner on recurring_transactions (owner_id, created_at, id)');
  await knex.raw(`create index recurring_due on recurring_transactions (next_at) where status = 'active'`);
  await knex.raw(`
    create table recurring_occurrences (
      owner_id uuid not null,
      recurring_id uuid not null references recurring_transactions on delete cascade,
      number integer not null,
      date date not null,
      due_at timestamptz not null,
      status text not null check (status in ('pending', 'posted', 'failed', 'skipped', 'missed')),
      tries integer not null,
      -- the last try
      operation_id uuid,
      transaction_id uuid,
      failure text,
      reason text,
      primary key (recurring_id, number)
    )`);
  await knex.raw(`
    create index recurring_occurrences_pending on recurring_occurrences (operation_id) where status = 'pending'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table recurring_occurrences, recurring_transactions');
}
