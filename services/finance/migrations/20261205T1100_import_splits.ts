import type { Knex } from 'knex';

/** A row of a file may be split: its parts, amounts signed as the row's, and after the commit their categories. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table import_rows add column parts jsonb not null default '[]'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table import_rows drop column parts');
}
