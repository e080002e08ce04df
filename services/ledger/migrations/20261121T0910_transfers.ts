import type { Knex } from 'knex';

/**
 * Transfer ids are uuid v7 that rise strictly along each account, so every index on this page grows at its right edge
 * and a posting costs the same at ten transfers and at a billion. There is no index by account: each entry names the
 * account's entry before it, the account names its last one, and every 64th is marked, so that a reader jumps near any
 * place and walks the rest.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE transfers (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('deposit', 'withdrawal', 'peer', 'wallet', 'refund', 'reversal', 'capture',
                                         'exchange', 'points', 'adjustment')),
      amount bigint NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      from_account_id uuid NOT NULL,
      to_account_id uuid NOT NULL,
      from_user_id uuid,
      to_user_id uuid,
      note text NOT NULL CHECK (length(note) <= 500),
      visibility text NOT NULL CHECK (visibility IN ('private', 'friends', 'public')),
      reference text CHECK (length(reference) <= 200),
      reverses_transfer_id uuid,
      posted_at timestamptz NOT NULL,
      CHECK (from_account_id <> to_account_id)
    )`);
  await knex.raw(`CREATE INDEX transfers_reverses ON transfers (reverses_transfer_id)
                  WHERE reverses_transfer_id IS NOT NULL`);
  await knex.raw(`
    CREATE TABLE entries (
      transfer_id uuid NOT NULL,
      account_id uuid NOT NULL,
      sequence bigint NOT NULL CHECK (sequence > 0),
      amount bigint NOT NULL CHECK (amount <> 0),
      balance_after bigint NOT NULL,
      currency text NOT NULL,
      previous_transfer_id uuid,
      PRIMARY KEY (transfer_id, account_id),
      CHECK ((sequence = 1) = (previous_transfer_id IS NULL)),
      CHECK (previous_transfer_id < transfer_id)
    )`);
  await knex.raw(`
    CREATE TABLE entry_marks (
      account_id uuid NOT NULL,
      transfer_id uuid NOT NULL,
      sequence bigint NOT NULL,
      PRIMARY KEY (account_id, transfer_id)
    )`);
  await createGuards(knex);
  await createWalk(knex);
}

async function createGuards(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE FUNCTION entries_sum_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM added GROUP BY transfer_id, currency HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'the entries of a transfer must sum to zero in each currency' USING ERRCODE = '23514';
      END IF;
      RETURN NULL;
    END $$`);
  await knex.raw(`
    CREATE TRIGGER entries_sum_to_zero AFTER INSERT ON entries REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION entries_sum_to_zero()`);
  await knex.raw(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is immutable: post a reversal instead', TG_TABLE_NAME USING ERRCODE = '42501';
    END $$`);
  for (const table of ['transfers', 'entries']) {
    await knex.raw(`
      CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
}

/** account_entries(account, before, take): its newest entries whose transfer is older than `before`, newest first. */
async function createWalk(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE FUNCTION account_entries(account uuid, before uuid, take integer) RETURNS SETOF entries LANGUAGE sql STABLE AS $$
      WITH RECURSIVE walk AS (
        SELECT e.* FROM entries e WHERE e.account_id = account AND e.transfer_id = coalesce(
          (SELECT m.transfer_id FROM entry_marks m WHERE m.account_id = account AND m.transfer_id >= before
           ORDER BY m.transfer_id LIMIT 1),
          (SELECT a.last_transfer_id FROM accounts a WHERE a.id = account))
        UNION ALL
        SELECT e.* FROM walk w JOIN entries e
          ON e.transfer_id = w.previous_transfer_id AND e.account_id = w.account_id
      )
      SELECT * FROM walk WHERE transfer_id < before LIMIT take
    $$`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP FUNCTION account_entries');
  await knex.raw('DROP TABLE entry_marks, entries, transfers');
  await knex.raw('DROP FUNCTION entries_sum_to_zero, refuse_change');
}
