import { createMessagingTables, dropMessagingTables } from '@florin/messaging';
import { createIdempotencyTable } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await createMessagingTables(knex);
  await createIdempotencyTable(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTableIfExists('idempotency_keys');
  await dropMessagingTables(knex);
}
