import type { Knex } from 'knex';

/**
 * What undoes a transfer is read newest first, and a payment request knows how much of what was paid went back. Of those
 * paid before, the few transfers that were given back tell.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX transfers_reverses');
  await knex.raw(`CREATE INDEX transfers_reverses ON transfers (reverses_transfer_id, id)
                  WHERE reverses_transfer_id IS NOT NULL`);
  await knex.raw(`
    ALTER TABLE payment_requests
      ADD COLUMN refunded bigint NOT NULL DEFAULT 0,
      ADD CONSTRAINT payment_requests_refunded CHECK (refunded BETWEEN 0 AND paid)`);
  await knex.raw(`
    UPDATE payment_requests q SET refunded = back.amount
    FROM (SELECT t.reference, sum(r.returned) AS amount FROM transfer_returns r JOIN transfers t ON t.id = r.transfer_id
          WHERE r.returned > 0 AND t.kind = 'peer' AND t.reference IS NOT NULL GROUP BY t.reference) back
    WHERE q.id::text = back.reference`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE payment_requests DROP COLUMN refunded');
  await knex.raw('DROP INDEX transfers_reverses');
  await knex.raw(`CREATE INDEX transfers_reverses ON transfers (reverses_transfer_id)
                  WHERE reverses_transfer_id IS NOT NULL`);
}
