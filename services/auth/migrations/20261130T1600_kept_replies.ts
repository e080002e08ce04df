import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Replies to other services' calls, sealed, by a keyed hash of the method and the idempotency key.
  await knex.raw(`
    CREATE TABLE kept_replies (
      id bytea PRIMARY KEY,
      begun_at timestamptz NOT NULL,
      sealed text
    )`);
  await knex.raw('CREATE INDEX kept_replies_begun ON kept_replies (begun_at)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE kept_replies');
}
