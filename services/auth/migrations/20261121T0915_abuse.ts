import type { Knex } from 'knex';
import { createIdempotencyTable } from '@florin/service-kit/postgres';
import { createMessagingTables, dropMessagingTables } from '@florin/messaging';

export async function up(knex: Knex): Promise<void> {
  // Counters may be lost in a crash of the server; they are not worth a write to the log each.
  await knex.raw(`
    CREATE UNLOGGED TABLE rate_counters (
      key text PRIMARY KEY,
      count integer NOT NULL,
      resets_at timestamptz NOT NULL
    ) WITH (fillfactor = 70)`);
  await knex.raw('CREATE INDEX rate_counters_resets_at ON rate_counters (resets_at)');
  // Wrong guesses per subject (an account, or an identifier that has none) and lane (a known device, or strangers).
  await knex.raw(`
    CREATE TABLE guesses (
      subject text NOT NULL,
      lane text NOT NULL,
      failures integer NOT NULL,
      last_failed_at timestamptz NOT NULL,
      blocked_until timestamptz NOT NULL,
      PRIMARY KEY (subject, lane)
    ) WITH (fillfactor = 70)`);
  await knex.raw('CREATE INDEX guesses_last_failed_at ON guesses (last_failed_at)');
  // Links sent by mail: undo a change of address, or freeze the account.
  await knex.raw(`
    CREATE TABLE action_links (
      token_hash bytea PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      kind text NOT NULL CHECK (kind IN ('freeze', 'undo-contact')),
      data jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    )`);
  await knex.raw('CREATE INDEX action_links_user ON action_links (user_id)');
  await knex.raw(`
    CREATE TABLE audit_log (
      user_id uuid NOT NULL REFERENCES users (id),
      n bigint NOT NULL,
      type text NOT NULL,
      at timestamptz NOT NULL,
      session_id uuid,
      ip_area text NOT NULL,
      detail jsonb NOT NULL,
      previous bytea NOT NULL,
      mac bytea NOT NULL,
      PRIMARY KEY (user_id, n)
    )`);
  await knex.raw(`
    CREATE TABLE audit_heads (
      user_id uuid PRIMARY KEY REFERENCES users (id),
      n bigint NOT NULL,
      mac bytea NOT NULL
    ) WITH (fillfactor = 70)`);
  await knex.raw(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'audit_log is append-only';
    END $$`);
  await knex.raw(`
    CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await createIdempotencyTable(knex);
  await createMessagingTables(knex);
}

export async function down(knex: Knex): Promise<void> {
  await dropMessagingTables(knex);
  await knex.raw('DROP TABLE idempotency_keys, audit_heads, audit_log, action_links, guesses, rate_counters');
  await knex.raw('DROP FUNCTION refuse_change()');
}
