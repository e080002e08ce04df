import type { Knex } from 'knex';

/** When a request was declined, and what somebody asked of late: asking has limits. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE payment_requests ADD COLUMN declined_at timestamptz');
  await knex.raw('CREATE INDEX payment_requests_asker ON payment_requests (requester_id, created_at)');
  await knex.raw('CREATE INDEX payment_requests_pair ON payment_requests (requester_id, payer_id, created_at)');
  await knex.raw(`CREATE INDEX payment_requests_declined ON payment_requests (requester_id, payer_id, declined_at)
    WHERE declined_at IS NOT NULL`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX payment_requests_declined, payment_requests_pair, payment_requests_asker');
  await knex.raw('ALTER TABLE payment_requests DROP COLUMN declined_at');
}
