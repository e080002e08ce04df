import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table wallets (
      id uuid primary key,
      owner_id uuid not null,
      name text not null check (char_length(name) between 1 and 60),
      type text not null check (char_length(type) between 1 and 40),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      description text not null default '' check (char_length(description) <= 500),
      credit_limit bigint not null default 0 check (credit_limit >= 0),
      main boolean not null default false,
      account_id uuid unique,
      status text not null check (status in ('pending', 'open', 'closing', 'archived')),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (account_id is not null or status in ('pending', 'archived'))
    )`);
  await knex.raw('create unique index wallets_main on wallets (owner_id) where main');
  await knex.raw('create index wallets_of_owner on wallets (owner_id, created_at, id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists wallets');
}
