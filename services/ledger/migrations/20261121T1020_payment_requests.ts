import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE payment_requests (
      id uuid PRIMARY KEY,
      requester_id uuid NOT NULL,
      payer_id uuid NOT NULL,
      amount bigint NOT NULL CHECK (amount > 0),
      paid bigint NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount),
      currency text NOT NULL,
      note text NOT NULL,
      status text NOT NULL CHECK (status IN ('pending', 'paid', 'declined', 'cancelled', 'expired')),
      split_id uuid,
      reminders smallint NOT NULL DEFAULT 0,
      reminded_at timestamptz,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      CHECK (requester_id <> payer_id),
      CHECK ((status = 'paid') = (paid = amount))
    )`);
  await knex.raw('CREATE INDEX payment_requests_requester ON payment_requests (requester_id, id)');
  await knex.raw('CREATE INDEX payment_requests_payer ON payment_requests (payer_id, id)');
  await knex.raw(`CREATE INDEX payment_requests_expiry ON payment_requests (expires_at) WHERE status = 'pending'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE payment_requests');
}
