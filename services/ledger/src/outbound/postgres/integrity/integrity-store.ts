import type { Pool, QueryResultRow } from 'pg';
import type { IntegrityStore } from '../../../app/integrity/ports.ts';
import type { Block, SealedRow } from '../../../domain/block.ts';
import { createHorizon } from './horizon.ts';
import { LAWS } from './laws.ts';

interface BlockRow {
  number: string;
  last_transfer_id: string;
  transfers: number;
  previous_hash: Buffer;
  hash: Buffer;
}

const BLOCK = 'SELECT number, last_transfer_id, transfers, previous_hash, hash FROM blocks';
const LEAST_ID = '00000000-0000-0000-0000-000000000000';

const toBlock = (row: BlockRow): Block => ({
  number: BigInt(row.number),
  lastTransferId: row.last_transfer_id,
  transfers: row.transfers,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** Columns by name, so that a later migration that adds one does not change old hashes. */
const ROWS = `
  SELECT t.id, concat_ws('|', t.id, t.kind, t.amount, t.currency, t.from_account_id, t.to_account_id,
           coalesce(t.from_user_id::text, ''), coalesce(t.to_user_id::text, ''), to_json(t.note), t.visibility,
           coalesce(to_json(t.reference)::text, ''), coalesce(t.reverses_transfer_id::text, ''),
           extract(epoch FROM t.posted_at), e.text) AS text
  FROM transfers t
  CROSS JOIN LATERAL (
    SELECT string_agg(concat_ws(',', account_id, sequence, amount, balance_after, currency,
                                coalesce(previous_transfer_id::text, '')), ';' ORDER BY account_id) AS text
    FROM entries WHERE transfer_id = t.id) e
  WHERE t.id > $1 AND t.id <= $2 ORDER BY t.id LIMIT $3`;

export function createIntegrityStore(pool: Pool): IntegrityStore {
  return {
    ...createHorizon(pool),
    lastBlock: async () => {
      const { rows } = await pool.query<BlockRow>(`${BLOCK} ORDER BY number DESC LIMIT 1`);
      return rows.map(toBlock)[0] ?? null;
    },
    block: async (number) => {
      const { rows } = await pool.query<BlockRow>(`${BLOCK} WHERE number = $1`, [number]);
      return rows.map(toBlock)[0] ?? null;
    },
    rows: async (after, upTo, limit) => {
      const { rows } = await pool.query<SealedRow>(ROWS, [after ?? LEAST_ID, upTo, limit]);
      return rows;
    },
    addBlock: async (block, now) => {
      const { rowCount } = await pool.query(
        `INSERT INTO blocks (number, last_transfer_id, transfers, previous_hash, hash, sealed_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [block.number, block.lastTransferId, block.transfers, block.previousHash, block.hash, now],
      );
      return rowCount === 1;
    },
    laws: Object.keys(LAWS),
    breaches: (law) => inSnapshot<{ what: string; detail: string }>(pool, `${LAWS[law] ?? ''} LIMIT 5`),
    unsealed: async (after) => {
      const [row] = await inSnapshot<{ transfers: string; since: Date | null }>(
        pool,
        'SELECT count(*) AS transfers, min(posted_at) AS since FROM transfers WHERE id > $1',
        [after ?? LEAST_ID],
      );
      return { transfers: Number(row?.transfers ?? 0), since: row?.since ?? null };
    },
    oldestUnsealed: async () => {
      const { rows } = await pool.query<{ posted_at: Date }>(
        `SELECT posted_at FROM transfers
         WHERE id > coalesce((SELECT last_transfer_id FROM blocks ORDER BY number DESC LIMIT 1), $1)
         ORDER BY id LIMIT 1`,
        [LEAST_ID],
      );
      return rows[0]?.posted_at ?? null;
    },
    totals: async () => {
      const { rows } = await pool.query<{ currency: string; sum: string; accounts: string; negative: string }>(
        `SELECT currency, sum(posted) AS sum, count(*) AS accounts,
                count(*) FILTER (WHERE kind <> 'system' AND posted - held + credit_limit < 0) AS negative
         FROM accounts GROUP BY currency ORDER BY currency`,
      );
      return rows.map((row) => ({
        currency: row.currency,
        sum: BigInt(row.sum),
        accounts: Number(row.accounts),
        negative: Number(row.negative),
      }));
    },
  };
}

/** One query over the whole ledger as it is at an instant, however long that takes. */
async function inSnapshot<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    // a LIMIT makes the planner hope for an early end, and then it looks up millions of rows one by one
    await client.query('SET LOCAL enable_nestloop = off');
    const { rows } = await client.query<Row>(text, values);
    await client.query('COMMIT');
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
