import type { Pool } from 'pg';
import type { IntegrityStore } from '../../app/ports.ts';
import type { Block, SealedRow } from '../../domain/block.ts';

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

/** Each a law and the query that finds what breaks it; the first few rows are enough. */
const LAWS: Record<string, string> = {
  'balances of a currency sum to zero': `
    SELECT currency AS what, sum(posted)::text AS detail FROM accounts GROUP BY currency HAVING sum(posted) <> 0`,
  'nobody is below zero': `
    SELECT id::text AS what, (posted - held + credit_limit)::text AS detail FROM accounts
    WHERE kind <> 'system' AND posted - held + credit_limit < 0`,
  'entries of a transfer sum to zero': `
    SELECT transfer_id::text AS what, sum(amount)::text AS detail FROM entries
    GROUP BY transfer_id, currency HAVING sum(amount) <> 0`,
  'every transfer has entries and every entry a transfer': `
    SELECT coalesce(t.id, e.transfer_id)::text AS what, 'alone' AS detail
    FROM transfers t FULL JOIN (SELECT DISTINCT transfer_id FROM entries) e ON e.transfer_id = t.id
    WHERE t.id IS NULL OR e.transfer_id IS NULL`,
  'a balance is the sum of its entries': `
    SELECT a.id::text AS what, concat(a.posted, ' is not ', coalesce(e.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(amount) AS total, count(*) AS entries, max(sequence) AS last
      FROM entries GROUP BY account_id) e ON e.account_id = a.id
    WHERE a.posted <> coalesce(e.total, 0) OR a.sequence <> coalesce(e.entries, 0) OR a.sequence <> coalesce(e.last, 0)`,
  'each entry follows the one before it': `
    SELECT e.transfer_id::text AS what, concat('account ', e.account_id, ' sequence ', e.sequence) AS detail
    FROM entries e LEFT JOIN entries p ON p.transfer_id = e.previous_transfer_id AND p.account_id = e.account_id
    WHERE e.sequence <> coalesce(p.sequence, 0) + 1 OR e.balance_after <> coalesce(p.balance_after, 0) + e.amount`,
  'held is the sum of the pending holds': `
    SELECT a.id::text AS what, concat(a.held, ' is not ', coalesce(h.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(amount) AS total FROM holds WHERE status = 'pending'
      GROUP BY account_id) h ON h.account_id = a.id WHERE a.held <> coalesce(h.total, 0)`,
  'points are what remains of their lots': `
    SELECT a.id::text AS what, concat(a.posted, ' is not ', coalesce(l.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(remaining) AS total FROM point_lots GROUP BY account_id) l
      ON l.account_id = a.id WHERE a.kind = 'points' AND a.posted <> coalesce(l.total, 0)`,
};

export function createIntegrityStore(pool: Pool): IntegrityStore {
  return {
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
    breaches: async (law) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        await client.query('SET LOCAL statement_timeout = 0');
        const { rows } = await client.query<{ what: string; detail: string }>(`${LAWS[law] ?? ''} LIMIT 5`);
        await client.query('COMMIT');
        client.release();
        return rows;
      } catch (error) {
        client.release(true);
        throw error;
      }
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
