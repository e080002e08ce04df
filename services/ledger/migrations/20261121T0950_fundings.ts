import type { Knex } from 'knex';

/** Money that comes from or goes to the world outside, through a provider. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE fundings (
      id uuid PRIMARY KEY,
      direction text NOT NULL CHECK (direction IN ('deposit', 'withdrawal')),
      owner_id uuid NOT NULL,
      account_id uuid NOT NULL REFERENCES accounts,
      amount bigint NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      method text NOT NULL,
      status text NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed')),
      failure text,
      transfer_id uuid,
      created_at timestamptz NOT NULL,
      settled_at timestamptz,
      CHECK ((status = 'pending') = (settled_at IS NULL)),
      CHECK (direction = 'withdrawal' OR (status = 'succeeded') = (transfer_id IS NOT NULL))
    )`);
  await knex.raw('CREATE INDEX fundings_owner ON fundings (owner_id, direction, id)');
  await knex.raw(`CREATE INDEX fundings_pending ON fundings (created_at) WHERE status = 'pending'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE fundings');
}
