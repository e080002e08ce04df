import type { Knex } from 'knex';

/** What people save for. The money of a goal is in a wallet of its own, which is in no list of wallets. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table goals (
      id uuid primary key,
      owner_id uuid not null,
      -- its own; where its money comes from and goes back to
      wallet_id uuid not null references wallets,
      source_wallet_id uuid not null references wallets,
      name text not null check (char_length(name) between 1 and 60),
      description text not null default '' check (char_length(description) <= 500),
      target bigint not null check (target > 0),
      currency text not null,
      target_date date,
      status text not null check (status in ('open', 'closing', 'closed')),
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
  await knex.raw('create index goals_of_owner on goals (owner_id, created_at, id)');
  await knex.raw('alter table wallets add column goal_id uuid');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table wallets drop column goal_id');
  await knex.raw('drop table goals');
}
