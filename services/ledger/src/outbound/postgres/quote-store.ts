import type { Pool, PoolClient } from 'pg';
import type { QuoteStore } from '../../app/exchanges/ports.ts';
import type { Quote } from '../../domain/exchange.ts';
import { clientOf } from './engine/transact.ts';
import { createTable } from './rows.ts';

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
  const select = async (where: string, id: string, client: Pool | PoolClient = pool) =>
    (await quotes.select(client, where, [id]))[0];
  return {
    add: (quote) => quotes.insert(pool, quote),
    lock: (tx, id) => select('WHERE id = $1 FOR UPDATE', id, clientOf(tx)),
    use: async (tx, id, transferId) => {
      await clientOf(tx).query('UPDATE exchange_quotes SET transfer_id = $2 WHERE id = $1', [id, transferId]);
    },
    find: (id) => select('WHERE id = $1', id),
  };
}
