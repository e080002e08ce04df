import type { Knex } from 'knex';

/**
 * An account is identity and balance in one row, so that one lock covers all that a posting decides on. The part that
 * changes comes last and no index covers it: updates stay HOT and their WAL short. Every change evaluates all checks, so
 * they are cheap ones: a regular expression on the currency cost 6 % of all postings.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE accounts (
      id uuid PRIMARY KEY,
      owner_id uuid,
      currency text NOT NULL CHECK (octet_length(currency) = 3),
      kind text NOT NULL CHECK (kind IN ('main', 'wallet', 'points', 'system')),
      reference text NOT NULL DEFAULT '' CHECK (length(reference) <= 200),
      shard smallint NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL,
      limits jsonb,
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'frozen', 'closed')),
      credit_limit bigint NOT NULL DEFAULT 0 CHECK (credit_limit BETWEEN 0 AND 1000000000000000000),
      posted bigint NOT NULL DEFAULT 0,
      held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
      sequence bigint NOT NULL DEFAULT 0,
      last_transfer_id uuid,
      spent_on date,
      day_count integer NOT NULL DEFAULT 0,
      day_sum bigint NOT NULL DEFAULT 0,
      month_count integer NOT NULL DEFAULT 0,
      month_sum bigint NOT NULL DEFAULT 0,
      CHECK ((kind = 'system') = (owner_id IS NULL)),
      CHECK ((kind = 'points') = (currency = 'PTS' AND kind <> 'system')),
      CONSTRAINT accounts_available CHECK (kind = 'system' OR posted - held + credit_limit >= 0),
      CONSTRAINT accounts_closed_empty CHECK (status <> 'closed' OR (posted = 0 AND held = 0))
    ) WITH (fillfactor = 70)`);
  await knex.raw(`CREATE UNIQUE INDEX accounts_main ON accounts (owner_id, currency) WHERE kind = 'main'`);
  await knex.raw(`CREATE UNIQUE INDEX accounts_points ON accounts (owner_id) WHERE kind = 'points'`);
  await knex.raw(`CREATE UNIQUE INDEX accounts_wallet ON accounts (owner_id, reference) WHERE kind = 'wallet'`);
  await knex.raw(`CREATE UNIQUE INDEX accounts_system ON accounts (currency, reference, shard) WHERE kind = 'system'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE accounts');
}
