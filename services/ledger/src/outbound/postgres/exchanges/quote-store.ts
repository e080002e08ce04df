import type { Pool, PoolClient } from 'pg';
import type { QuoteStore } from '../../../app/exchanges/ports.ts';
import type { Quote } from '../../../domain/exchange.ts';
import { HIGHEST_ID } from '../../../domain/posting/transfer-id.ts';
import { clientOf } from '../engine/transact.ts';
import { createTable } from '../rows.ts';

const quotes = createTable<Quote>('exchange_quotes', {
  id: 'plain',
  ownerId: 'plain',
  fromCurrency: 'plain',
  toCurrency: 'plain',
  fromAmount: 'bigint',
  toAmount: 'bigint',
  rounding: 'bigint',
  rate: 'plain',
  createdAt: 'plain',
  expiresAt: 'plain',
  transferId: 'plain',
});

export function createQuoteStore(pool: Pool): QuoteStore {
  const select = (where: string, values: unknown[], client: Pool | PoolClient = pool) =>
    quotes.select(client, where, values);
  return {
    add: (quote) => quotes.insert(pool, quote),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    use: async (tx, id, transferId) => {
      await clientOf(tx).query('UPDATE exchange_quotes SET transfer_id = $2 WHERE id = $1', [id, transferId]);
    },
    find: async (id) => (await select('WHERE id = $1', [id]))[0],
    listUsed: ({ ownerId, before = HIGHEST_ID, limit }) =>
      select('WHERE owner_id = $1 AND transfer_id IS NOT NULL AND id < $2 ORDER BY id DESC LIMIT $3', [
        ownerId,
        before,
        limit,
      ]),
    ofTransfers: async (ids) =>
      new Map(
        (await select('WHERE transfer_id = ANY ($1::uuid[])', [ids])).map((quote) => [quote.transferId ?? '', quote]),
      ),
  };
}
