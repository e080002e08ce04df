import type { Pool } from 'pg';
import type { KeyStore } from '../../../app/transfers/ports.ts';
import { mismatch } from '../../../domain/posting/decide-batch.ts';
import { toTransfer, type TransferRow } from '../engine/transfer-rows.ts';
import { clientOf } from '../engine/transact.ts';

interface KeyedRow extends TransferRow {
  key: string;
  request_hash: string;
}

const POSTED_UNDER = `
  SELECT k.id AS key, k.request_hash, t.* FROM idempotency_keys k JOIN transfers t ON t.id = k.transfer_id
  WHERE k.id = ANY ($1::uuid[])`;

export function createKeyStore(pool: Pool): KeyStore {
  return {
    postedUnder: async ({ id, requestHash }) => {
      const { rows } = await pool.query<KeyedRow>(POSTED_UNDER, [[id]]);
      const [row] = rows;
      if (row && row.request_hash !== requestHash) throw mismatch();
      return row && toTransfer(row);
    },
    useUp: async (tx, keys) => {
      if (keys.length === 0) return new Map();
      const client = clientOf(tx);
      const ids = keys.map((key) => key.id);
      await client.query(
        `INSERT INTO idempotency_keys (id, request_hash) SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS k (id, request_hash)
         ORDER BY id ON CONFLICT DO NOTHING`,
        [ids, keys.map((key) => key.requestHash)],
      );
      const { rows } = await client.query<KeyedRow>(POSTED_UNDER, [ids]);
      return new Map(rows.map((row) => [row.key, toTransfer(row)]));
    },
  };
}
