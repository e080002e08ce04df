import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // When TOTP was last turned on: clients show it. Until now the first time is the only one known.
  await knex.raw('ALTER TABLE totp_factors ADD COLUMN enabled_at timestamptz');
  await knex.raw('UPDATE totp_factors SET enabled_at = confirmed_at');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE totp_factors DROP COLUMN enabled_at');
}
