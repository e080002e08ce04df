import type { Knex } from 'knex';

/** What people attach to transactions; the bytes are kept elsewhere. Those of a deleted row are loose until it comes back. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table attachments (
      id uuid primary key,
      owner_id uuid not null,
      transaction_id uuid not null references transactions,
      name text not null check (char_length(name) between 1 and 200),
      type text not null,
      bytes bigint not null check (bytes > 0),
      state text not null check (state in ('receiving', 'kept', 'gone')),
      loose boolean not null default false,
      created_at timestamptz not null
    )`);
  await knex.raw('create index attachments_of_row on attachments (owner_id, transaction_id, created_at)');
  await knex.raw(`create index attachments_to_forget on attachments (created_at) where state <> 'kept' or loose`);
  await knex.raw(`
    create function loosen_attachments() returns trigger language plpgsql as $$
    begin
      update attachments set loose = (new.status = 'reversed')
      where owner_id = new.owner_id and transaction_id = new.id;
      return null;
    end $$`);
  await knex.raw(`
    create trigger attachments_of_deleted after update of status on transactions
    for each row when (old.status <> new.status and 'reversed' in (old.status, new.status))
    execute function loosen_attachments()`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop trigger attachments_of_deleted on transactions');
  await knex.raw('drop function loosen_attachments');
  await knex.raw('drop table attachments');
}
