import type { Knex } from 'knex';

/** An occurrence's row is written in the transaction that posts it, so each posts once. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE schedules (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      from_account_id uuid NOT NULL REFERENCES accounts,
      to_account_id uuid NOT NULL REFERENCES accounts,
      to_user_id uuid NOT NULL,
      amount bigint NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      note text NOT NULL,
      visibility text NOT NULL,
      frequency text NOT NULL CHECK (frequency IN ('once', 'daily', 'weekly', 'biweekly', 'monthly')),
      starts_at timestamptz NOT NULL,
      ends_at timestamptz,
      status text NOT NULL CHECK (status IN ('active', 'paused', 'done', 'cancelled')),
      next_number integer NOT NULL CHECK (next_number >= 0),
      next_at timestamptz,
      created_at timestamptz NOT NULL,
      CHECK (status <> 'active' OR next_at IS NOT NULL)
    )`);
  await knex.raw('CREATE INDEX schedules_owner ON schedules (owner_id, id)');
  await knex.raw(`CREATE INDEX schedules_due ON schedules (next_at) WHERE status = 'active'`);
  await knex.raw(`
    CREATE TABLE schedule_occurrences (
      schedule_id uuid NOT NULL REFERENCES schedules,
      number integer NOT NULL,
      due_at timestamptz NOT NULL,
      status text NOT NULL CHECK (status IN ('posted', 'failed', 'skipped')),
      transfer_id uuid REFERENCES transfers,
      failure text,
      PRIMARY KEY (schedule_id, number),
      CHECK ((status = 'posted') = (transfer_id IS NOT NULL))
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE schedule_occurrences, schedules');
}
