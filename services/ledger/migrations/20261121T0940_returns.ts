import type { Knex } from 'knex';

/** How much of a transfer was refunded or reversed: a row to lock, so that nothing is given back twice. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE transfer_returns (
      transfer_id uuid PRIMARY KEY REFERENCES transfers,
      amount bigint NOT NULL,
      returned bigint NOT NULL DEFAULT 0,
      CHECK (returned BETWEEN 0 AND amount)
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE transfer_returns');
}
