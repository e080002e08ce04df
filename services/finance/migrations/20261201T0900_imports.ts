import type { Knex } from 'knex';

/**
 * Bank files on their way in: the file in pieces until it is committed or forgotten, and its rows. Those that were taken
 * stay, as what the next file of the wallet is compared with.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table imports (
      id uuid primary key,
      owner_id uuid not null,
      wallet_id uuid not null references wallets,
      status text not null check (status in
        ('receiving', 'reading', 'ready', 'committing', 'committed', 'undoing', 'undone', 'failed')),
      file_name text not null,
      bytes bigint not null,
      -- what its owner says about the file, which overrules what is found
      asked jsonb not null,
      format text not null,
      encoding text not null,
      mapping jsonb,
      accounts jsonb not null,
      counts jsonb not null,
      first_date date,
      last_date date,
      problems jsonb not null,
      warnings jsonb not null,
      error jsonb,
      done bigint not null,
      total bigint not null,
      -- counts those who took it up: who holds an older one has lost it
      version integer not null,
      attempts integer not null,
      next_attempt_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
  await knex.raw('create index imports_of_owner on imports (owner_id, created_at desc, id desc)');
  await knex.raw(`
    create index imports_due on imports (status, next_attempt_at) where status in ('reading', 'committing', 'undoing')`);
  await knex.raw(
    `create index imports_unfinished on imports (updated_at) where status not in ('committed', 'undoing')`,
  );
  await knex.raw(`
    create table import_chunks (
      owner_id uuid not null,
      import_id uuid not null references imports on delete cascade,
      position integer not null,
      bytes bytea not null,
      primary key (import_id, position)
    )`);
  // short-lived, and ZIP files do not get smaller
  await knex.raw('alter table import_chunks alter column bytes set storage external');
  await knex.raw(`
    create table import_rows (
      owner_id uuid not null,
      import_id uuid not null references imports on delete cascade,
      wallet_id uuid not null,
      -- from 1, in the order of the file
      position integer not null,
      line integer not null,
      account text not null,
      date date not null,
      -- minor units, below zero for money that went out
      amount bigint not null check (amount <> 0),
      currency text not null,
      description text not null,
      counterparty text not null,
      bank_id text not null,
      category text not null,
      state text not null check (state in ('new', 'duplicate', 'skipped')),
      duplicate_of uuid,
      -- its transaction is being posted or has been
      taken boolean not null default false,
      category_id uuid,
      transaction_id uuid,
      primary key (import_id, position)
    )`);
  await knex.raw('create index import_rows_taken on import_rows (owner_id, wallet_id, date) where taken');
  await knex.raw(
    'create index import_rows_of_transaction on import_rows (owner_id, transaction_id) where transaction_id is not null',
  );
  await knex.raw(`
    create table import_mappings (
      owner_id uuid not null,
      -- what tells files of one source: a hash of format and header
      source text not null,
      mapping jsonb not null,
      used_at timestamptz not null,
      primary key (owner_id, source)
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table import_mappings, import_rows, import_chunks, imports');
}
