import type { Knex } from 'knex';
import { createIdempotencyTable } from '../../src/postgres/idempotency.ts';

export async function up(knex: Knex): Promise<void> {
  await createIdempotencyTable(knex);
  await knex.schema.createTable('things', (table) => table.text('name').primary());
}
