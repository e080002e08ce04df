import type { Pool } from 'pg';
import type { QuoteStore } from '../../app/ports.ts';
import type { Quote } from '../../domain/exchange.ts';

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
  return {
    add: async (q) => {
      await pool.query(
        `INSERT INTO exchange_quotes (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          q.id, q.ownerId, q.fromCurrency, q.toCurrency, q.fromAmount, q.toAmount, q.rounding, q.rate, q.createdAt,
          q.expiresAt, q.transferId,
        ], // prettier-ignore
      );
    },
    lock: async (tx, id) => {
      const [row] = await tx.query<Row>(`SELECT ${COLUMNS} FROM exchange_quotes WHERE id = $1 FOR UPDATE`, [id]);
      return row && toQuote(row);
    },
    use: async (tx, id, transferId) => {
      await tx.query('UPDATE exchange_quotes SET transfer_id = $2 WHERE id = $1', [id, transferId]);
    },
    find: async (id) => {
      const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM exchange_quotes WHERE id = $1`, [id]);
      return rows.map(toQuote)[0];
    },
  };
}
