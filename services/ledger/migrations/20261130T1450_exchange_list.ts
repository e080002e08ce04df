import type { Knex } from 'knex';

/** Exchanges are listed; a quote by what is to arrive may be worth several units more, which go to rounding. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX exchange_quotes_used ON exchange_quotes (owner_id, id) WHERE transfer_id IS NOT NULL');
  await knex.raw(`
    ALTER TABLE exchange_quotes DROP CONSTRAINT exchange_quotes_rounding_check,
      ADD CONSTRAINT exchange_quotes_rounding_check CHECK (rounding >= 0)`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX exchange_quotes_used');
  await knex.raw(`
    ALTER TABLE exchange_quotes DROP CONSTRAINT exchange_quotes_rounding_check,
      ADD CONSTRAINT exchange_quotes_rounding_check CHECK (rounding IN (0, 1)) NOT VALID`);
}
