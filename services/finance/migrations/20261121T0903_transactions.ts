import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table operations (
      id uuid primary key,
      owner_id uuid not null,
      wallet_ids uuid[] not null,
      status text not null check (status in ('pending', 'posted', 'refused')),
      action jsonb not null,
      result jsonb,
      error jsonb,
      attempts integer not null default 0,
      next_attempt_at timestamptz not null,
      created_at timestamptz not null,
      check ((status = 'posted') = (result is not null)),
      check ((status = 'refused') = (error is not null))
    )`);
  await knex.raw(`create index operations_due on operations (next_attempt_at) where status = 'pending'`);
  await knex.raw(`create index operations_pending_of_owner on operations (owner_id) where status = 'pending'`);
  await knex.raw(`
    create table transactions (
      id uuid primary key,
      owner_id uuid not null,
      wallet_id uuid not null references wallets,
      category_id uuid references categories,
      type text not null check (type in ('income', 'expense', 'debt', 'transfer', 'adjustment')),
      direction text not null check (direction in ('in', 'out')),
      amount bigint not null check (amount > 0),
      currency text not null,
      description text not null default '' check (char_length(description) <= 500),
      occurred_at timestamptz not null,
      counterparty_id uuid,
      source text not null check (source in ('own', 'ledger')),
      status text not null check (status in ('pending', 'posted', 'refused', 'reversed')),
      -- the ledger's transfer behind this row
      transfer_id uuid,
      -- the operation that is changing this row at present
      operation_id uuid references operations,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (type not in ('income', 'debt') or direction = 'in'),
      check (type <> 'expense' or direction = 'out'),
      check (status <> 'posted' or transfer_id is not null),
      check (status <> 'pending' or operation_id is not null),
      unique (transfer_id, wallet_id)
    )`);
  await knex.raw(`create index transactions_list on transactions (owner_id, occurred_at desc, id desc)`);
  await knex.raw(
    `create index transactions_of_category on transactions (category_id, occurred_at) where status = 'posted'`,
  );
  await knex.raw(`create index transactions_of_wallet on transactions (wallet_id, occurred_at)`);
  await knex.raw(`create index transactions_changing on transactions (operation_id) where operation_id is not null`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists transactions, operations');
}
