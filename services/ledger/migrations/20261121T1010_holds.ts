import type { Knex } from 'knex';

/** Money set aside for somebody. The sum of an account's pending holds is its `held`. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE holds (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      account_id uuid NOT NULL REFERENCES accounts,
      payee_id uuid NOT NULL,
      payee_account_id uuid NOT NULL REFERENCES accounts,
      amount bigint NOT NULL CHECK (amount > 0),
      captured bigint NOT NULL DEFAULT 0 CHECK (captured BETWEEN 0 AND amount),
      currency text NOT NULL,
      note text NOT NULL,
      status text NOT NULL CHECK (status IN ('pending', 'captured', 'voided', 'lapsed')),
      transfer_id uuid REFERENCES transfers,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      CHECK ((status = 'captured') = (captured > 0)),
      CHECK ((status = 'captured') = (transfer_id IS NOT NULL))
    )`);
  await knex.raw('CREATE INDEX holds_owner ON holds (owner_id, id)');
  await knex.raw('CREATE INDEX holds_payee ON holds (payee_id, id)');
  await knex.raw(`CREATE INDEX holds_lapse ON holds (expires_at) WHERE status = 'pending'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE holds');
}
