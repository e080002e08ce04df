import type { Knex } from 'knex';
import { createMessagingTables } from '@florin/messaging';

/** Adds what the messaging tables of an older installation lack. */
export async function up(knex: Knex): Promise<void> {
  await createMessagingTables(knex);
}

export async function down(): Promise<void> {
  // goes with the tables themselves
}
