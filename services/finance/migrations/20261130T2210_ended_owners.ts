import type { Knex } from 'knex';

/** People whose account is closed: nothing of theirs becomes active again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table owners add column ended_at timestamptz');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table owners drop column ended_at');
}
