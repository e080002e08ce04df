import type { FlorinEvent } from '@florin/contracts';
import type { Knex } from 'knex';
import { noteDuplicate } from '../consuming/duplicates.ts';

/**
 * Runs `effect` once per consumer and event: the inbox row and the effect commit together, so a redelivered event
 * returns `seen` and changes nothing. What `effect` throws rolls both back and is thrown on.
 */
export async function oncePostgres(
  knex: Knex,
  consumer: string,
  event: Pick<FlorinEvent, 'id'>,
  effect: (trx: Knex.Transaction) => Promise<void>,
): Promise<'done' | 'seen'> {
  return knex.transaction(async (trx) => {
    const inserted = await trx.raw<{ rowCount: number }>(
      'INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      [consumer, event.id],
    );
    if (inserted.rowCount === 0) {
      noteDuplicate();
      return 'seen';
    }
    await effect(trx);
    return 'done';
  });
}
