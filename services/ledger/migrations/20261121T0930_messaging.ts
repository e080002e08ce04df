import type { Knex } from 'knex';
import { createMessagingTables, dropMessagingTables } from '@florin/messaging';

/**
 * `posted_events` is the outbox of the posting engine: one row a batch, from which the relay makes its events, stored as
 * it is. A row for each event as jsonb would cost the server a third of the whole posting.
 */
export async function up(knex: Knex): Promise<void> {
  await createMessagingTables(knex);
  await knex.raw(`
    CREATE TABLE posted_events (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      events text NOT NULL
    )`);
  await knex.raw('ALTER TABLE posted_events ALTER events SET STORAGE EXTERNAL');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE posted_events');
  await dropMessagingTables(knex);
}
