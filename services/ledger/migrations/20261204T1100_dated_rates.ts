import type { Knex } from 'knex';

/** What a euro was worth on days, as the European Central Bank tells it: an operator brings its file. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE dated_rates (
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      day date NOT NULL,
      per_euro numeric NOT NULL CHECK (per_euro > 0),
      PRIMARY KEY (currency, day)
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE dated_rates');
}
