import type { Pool } from 'pg';
import type { TransferStore } from '../../app/ports.ts';
import { mismatch } from '../../domain/posting/decide-batch.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { FIND_TRANSFERS } from './engine/posting-sql.ts';
import type { TransferRow } from './engine/rows.ts';
import { toTransfer } from './engine/rows.ts';

/** Takes the newest entries of each account by its chain and merges them; a transfer between two of them comes once. */
const OF_OWNERS = `
  SELECT t.* FROM (
    SELECT DISTINCT e.transfer_id
    FROM (SELECT id FROM accounts WHERE owner_id = ANY ($1::uuid[]) AND last_transfer_id IS NOT NULL) a
    CROSS JOIN LATERAL account_entries(a.id, $2::uuid, $3::integer) e
    ORDER BY e.transfer_id DESC LIMIT $3) page
  JOIN transfers t ON t.id = page.transfer_id
  ORDER BY t.id DESC`;

interface KeyedRow extends TransferRow {
  key: string;
  request_hash: string;
}

const POSTED_UNDER = `
  SELECT k.id AS key, k.request_hash, t.* FROM idempotency_keys k JOIN transfers t ON t.id = k.transfer_id
  WHERE k.id = ANY ($1::uuid[])`;

const ALL = `${FIND_TRANSFERS.replace('id = ANY ($1::uuid[])', 'id < $1')} ORDER BY id DESC LIMIT $2`;

export function createTransferStore(pool: Pool): TransferStore {
  const byIds: TransferStore['byIds'] = async (ids) => {
    const { rows } = await pool.query<TransferRow>({ name: 'find', text: FIND_TRANSFERS, values: [ids] });
    return rows.map(toTransfer);
  };
  return {
    byIds,
    postedUnder: async ({ id, requestHash }) => {
      const { rows } = await pool.query<KeyedRow>(POSTED_UNDER, [[id]]);
      const [row] = rows;
      if (row && row.request_hash !== requestHash) throw mismatch();
      return row && toTransfer(row);
    },
    useUp: async (tx, keys) => {
      if (keys.length === 0) return new Map();
      const ids = keys.map((key) => key.id);
      await tx.query(
        `INSERT INTO idempotency_keys (id, request_hash) SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS k (id, request_hash)
         ORDER BY id ON CONFLICT DO NOTHING`,
        [ids, keys.map((key) => key.requestHash)],
      );
      const rows = await tx.query<KeyedRow>(POSTED_UNDER, [ids]);
      return new Map(rows.map((row) => [row.key, toTransfer(row)]));
    },
    byId: async (id) => (await byIds([id]))[0],
    ofOwners: async (ownerIds, { before, limit }) => {
      const { rows } = await pool.query<TransferRow>(OF_OWNERS, [ownerIds, before ?? HIGHEST_ID, limit]);
      return rows.map(toTransfer);
    },
    all: async ({ before, limit }) => {
      const { rows } = await pool.query<TransferRow>(ALL, [before ?? HIGHEST_ID, limit]);
      return rows.map(toTransfer);
    },
  };
}
