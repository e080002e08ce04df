import type { Knex } from 'knex';

/**
 * People who are frozen, and since when they are or are not: an event that comes late changes nothing. An account that is
 * frozen with its owner opens again with its owner; one that an admin froze does not.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE frozen_users (
      user_id uuid PRIMARY KEY,
      frozen boolean NOT NULL,
      changed_at timestamptz NOT NULL
    )`);
  await knex.raw('ALTER TABLE accounts ADD COLUMN frozen_with_owner boolean NOT NULL DEFAULT false');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE accounts DROP COLUMN frozen_with_owner');
  await knex.raw('DROP TABLE frozen_users');
}
