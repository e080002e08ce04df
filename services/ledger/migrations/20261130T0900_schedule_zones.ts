import type { Knex } from 'knex';

/**
 * A schedule counts in a zone, may be edited and tried again, and pays people who have no account of the currency yet.
 * What was planned before went by UTC.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE schedules
      ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC',
      ADD COLUMN first_number integer NOT NULL DEFAULT 0,
      ADD COLUMN retries integer NOT NULL DEFAULT 0 CHECK (retries BETWEEN 0 AND 5),
      ADD COLUMN failed_tries integer NOT NULL DEFAULT 0,
      ALTER COLUMN from_account_id DROP NOT NULL,
      ALTER COLUMN to_account_id DROP NOT NULL,
      DROP CONSTRAINT schedules_frequency_check,
      ADD CONSTRAINT schedules_frequency_check
        CHECK (frequency IN ('once', 'daily', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'))`);
  await knex.raw('ALTER TABLE schedule_occurrences ADD COLUMN reason text');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE schedule_occurrences DROP COLUMN reason');
  await knex.raw(`
    ALTER TABLE schedules DROP COLUMN time_zone, DROP COLUMN first_number, DROP COLUMN retries, DROP COLUMN failed_tries,
      DROP CONSTRAINT schedules_frequency_check,
      ADD CONSTRAINT schedules_frequency_check
        CHECK (frequency IN ('once', 'daily', 'weekly', 'biweekly', 'monthly'))`);
}
