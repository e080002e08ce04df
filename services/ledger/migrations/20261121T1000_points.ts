import type { Knex } from 'knex';

/** Points come in lots that lapse apart; what remains of an account's lots is its balance. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE point_lots (
      id uuid PRIMARY KEY REFERENCES transfers,
      account_id uuid NOT NULL REFERENCES accounts,
      points bigint NOT NULL CHECK (points > 0),
      remaining bigint NOT NULL CHECK (remaining BETWEEN 0 AND points),
      granted_at timestamptz NOT NULL,
      lapses_at timestamptz
    )`);
  await knex.raw('CREATE INDEX point_lots_account ON point_lots (account_id) WHERE remaining > 0');
  await knex.raw(
    'CREATE INDEX point_lots_lapse ON point_lots (lapses_at) WHERE remaining > 0 AND lapses_at IS NOT NULL',
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE point_lots');
}
