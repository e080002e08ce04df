import type { Knex } from 'knex';

/**
 * What clients note on transfers, deposits, withdrawals, holds and requests, beside them: what carries no memo has no row
 * here, and posting it costs nothing more.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE memos (
      subject_id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      reference text CHECK (length(reference) <= 100),
      metadata json NOT NULL,
      shared boolean NOT NULL
    )`);
  await knex.raw(`CREATE INDEX memos_reference ON memos (owner_id, reference, subject_id) WHERE reference IS NOT NULL`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE memos');
}
