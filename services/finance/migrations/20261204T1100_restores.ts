import type { Knex } from 'knex';

/** A full export is imported as well: its rows keep all that they were, and what else was made by it is written down. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table import_rows add column details jsonb');
  await knex.raw(`
    create index import_rows_restored on import_rows (owner_id, bank_id) where taken and details is not null`);
  await knex.raw(`
    create table restored_objects (
      owner_id uuid not null,
      import_id uuid not null references imports on delete cascade,
      kind text not null,
      -- in the export, and here
      source_id uuid not null,
      target_id uuid not null,
      -- by this import; else it was there
      made boolean not null,
      primary key (import_id, kind, source_id)
    )`);
  await knex.raw('create index restored_objects_of_owner on restored_objects (owner_id, kind, source_id) where made');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table restored_objects');
  await knex.raw('alter table import_rows drop column details');
}
