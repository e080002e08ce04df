import type { Knex } from 'knex';

/** Changes of many rows, with the rows as they were: for 10 minutes they can be taken back. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table bulks (
      id uuid primary key,
      owner_id uuid not null,
      -- null: the rows were deleted
      changes jsonb,
      before jsonb not null,
      outcomes jsonb,
      undone jsonb,
      undo_until timestamptz not null,
      created_at timestamptz not null
    )`);
  await knex.raw('create index bulks_undo_until on bulks (undo_until)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table bulks');
}
