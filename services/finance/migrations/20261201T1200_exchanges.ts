import type { Knex } from 'knex';

/** What one of the currency that went out is of the one that came in, in both rows of a transfer between two currencies. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table transactions add column rate text');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table transactions drop column rate');
}
