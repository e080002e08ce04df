import type { Knex } from 'knex';

/**
 * What leaves any of a person's main accounts also counts at their first one, so that several currencies are no way around
 * a limit. It is told when an account opens and never changes; the index lets there be one first account a person.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE accounts ADD COLUMN counts_at uuid REFERENCES accounts');
  await knex.raw(`
    UPDATE accounts a SET counts_at = f.id
    FROM (SELECT DISTINCT ON (owner_id) owner_id, id FROM accounts WHERE kind = 'main'
          ORDER BY owner_id, created_at, id) f
    WHERE a.kind = 'main' AND a.owner_id = f.owner_id AND a.id <> f.id`);
  await knex.raw(`CREATE UNIQUE INDEX accounts_first ON accounts (owner_id) WHERE kind = 'main' AND counts_at IS NULL`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX accounts_first');
  await knex.raw('ALTER TABLE accounts DROP COLUMN counts_at');
}
