import type { FlorinEvent } from '@florin/contracts';
import type { Knex } from 'knex';
import type { ClientBase } from 'pg';

const insert = (parameter: string): string => `
  INSERT INTO outbox (event)
  SELECT event FROM jsonb_array_elements(${parameter}::jsonb) WITH ORDINALITY AS list (event, position)
  ORDER BY position`;

/**
 * Writes events to the outbox in the caller's transaction: they are published if, and only if, it commits, and in
 * this order. Lock the aggregate's row first when two transactions may write events of one aggregate.
 */
export async function appendEvents(trx: Knex | ClientBase, events: readonly FlorinEvent[]): Promise<void> {
  if (events.length === 0) return;
  const json = JSON.stringify(events);
  if ('raw' in trx) await trx.raw(insert('?'), [json]);
  else await trx.query(insert('$1'), [json]);
}
