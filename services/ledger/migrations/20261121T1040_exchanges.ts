import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE exchange_quotes (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      from_currency text NOT NULL,
      to_currency text NOT NULL,
      from_amount bigint NOT NULL CHECK (from_amount > 0),
      to_amount bigint NOT NULL CHECK (to_amount > 0),
      rounding bigint NOT NULL CHECK (rounding IN (0, 1)),
      rate text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      transfer_id uuid UNIQUE REFERENCES transfers,
      CHECK (from_currency <> to_currency)
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE exchange_quotes');
}
