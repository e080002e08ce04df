import type { Knex } from 'knex';

/** `id` is a hash of scope and key. A posted transfer is its own reply; other operations keep theirs in `reply`. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE idempotency_keys (
      id uuid PRIMARY KEY,
      request_hash uuid NOT NULL,
      transfer_id uuid,
      reply jsonb
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE idempotency_keys');
}
