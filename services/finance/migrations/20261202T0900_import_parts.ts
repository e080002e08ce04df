import type { Knex } from 'knex';

/** A thousand rows of an import are posted at a time: which of them together. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table import_rows add column part integer');
  await knex.raw('create index import_rows_of_part on import_rows (import_id, part) where part is not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table import_rows drop column part');
}
