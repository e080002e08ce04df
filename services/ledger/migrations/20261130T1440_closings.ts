import type { Knex } from 'knex';

/** Since when a person is frozen because their account is being closed; what is left half-way is undone. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE frozen_users ADD COLUMN closing_since timestamptz');
  await knex.raw(`CREATE INDEX frozen_users_closing ON frozen_users (closing_since) WHERE closing_since IS NOT NULL`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE frozen_users DROP COLUMN closing_since');
}
