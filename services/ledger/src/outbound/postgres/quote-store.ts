import type { Pool, PoolClient } from 'pg';
import type { QuoteStore } from '../../app/exchanges/ports.ts';
import type { Quote } from '../../domain/exchange.ts';
import { clientOf } from './engine/transact.ts';
import { insertRow } from './rows.ts';

interface Row {
  id: string;
  owner_id: string;
  from_currency: string;
  to_currency: string;
  from_amount: string;
  to_amount: string;
  rounding: string;
  rate: string;
  created_at: Date;
  expires_at: Date;
  transfer_id: string | null;
}

const COLUMNS = `id, owner_id, from_currency, to_currency, from_amount, to_amount, rounding, rate, created_at, expires_at,
  transfer_id`;

const toQuote = (row: Row): Quote => ({
  id: row.id,
  ownerId: row.owner_id,
  fromCurrency: row.from_currency,
  toCurrency: row.to_currency,
  fromAmount: BigInt(row.from_amount),
  toAmount: BigInt(row.to_amount),
  rounding: BigInt(row.rounding),
  rate: row.rate,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  transferId: row.transfer_id,
});

export function createQuoteStore(pool: Pool): QuoteStore {
  const select = async (where: string, id: string, client: Pool | PoolClient = pool): Promise<Quote | undefined> =>
    (await client.query<Row>(`SELECT ${COLUMNS} FROM exchange_quotes ${where}`, [id])).rows.map(toQuote)[0];
  return {
    add: (quote) =>
      insertRow(pool, 'exchange_quotes', {
        id: quote.id,
        owner_id: quote.ownerId,
        from_currency: quote.fromCurrency,
        to_currency: quote.toCurrency,
        from_amount: quote.fromAmount,
        to_amount: quote.toAmount,
        rounding: quote.rounding,
        rate: quote.rate,
        created_at: quote.createdAt,
        expires_at: quote.expiresAt,
        transfer_id: quote.transferId,
      }),
    lock: (tx, id) => select('WHERE id = $1 FOR UPDATE', id, clientOf(tx)),
    use: async (tx, id, transferId) => {
      await clientOf(tx).query('UPDATE exchange_quotes SET transfer_id = $2 WHERE id = $1', [id, transferId]);
    },
    find: (id) => select('WHERE id = $1', id),
  };
}
