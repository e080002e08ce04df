import type { Knex } from 'knex';

/** What a category was merged into, and an index for forgetting Idempotency-Keys. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table categories add column merged_into uuid references categories');
  await knex.raw('create index categories_merged on categories (owner_id, merged_into) where merged_into is not null');
  await knex.raw('create index idempotency_keys_created on idempotency_keys (created_at)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index idempotency_keys_created');
  await knex.raw('alter table categories drop column merged_into');
}
