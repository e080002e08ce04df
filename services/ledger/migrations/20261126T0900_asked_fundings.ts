import type { Knex } from 'knex';

/** When the provider was last asked about a pending funding: the one not asked for longest comes next. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE fundings ADD COLUMN asked_at timestamptz');
  await knex.raw('DROP INDEX fundings_pending');
  await knex.raw(`CREATE INDEX fundings_pending ON fundings (coalesce(asked_at, created_at)) WHERE status = 'pending'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX fundings_pending');
  await knex.raw(`CREATE INDEX fundings_pending ON fundings (created_at) WHERE status = 'pending'`);
  await knex.raw('ALTER TABLE fundings DROP COLUMN asked_at');
}
