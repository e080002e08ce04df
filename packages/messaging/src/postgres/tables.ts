import type { Knex } from 'knex';

/**
 * Creates `outbox`, `inbox` and `relay_turns` in the service's own database; call it from one of its migrations.
 * Idempotent. `seq` orders the outbox: writers of one aggregate hold its row lock before they append, so the order of
 * `seq` is their commit order. `relay_turns` has a row for each table that is relayed: whoever locks it may.
 */
export async function createMessagingTables(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS outbox (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event jsonb NOT NULL
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS inbox (
      consumer text NOT NULL,
      event_id uuid NOT NULL,
      handled_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (consumer, event_id)
    )`);
  await knex.raw('CREATE INDEX IF NOT EXISTS inbox_handled_at ON inbox (handled_at)');
  await knex.raw('CREATE TABLE IF NOT EXISTS relay_turns (name text PRIMARY KEY)');
}

/** Undoes `createMessagingTables`; events not yet published are lost. */
export async function dropMessagingTables(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE IF EXISTS outbox, inbox, relay_turns');
}
