import type { Pool } from 'pg';
import type { TransferReader } from '../../../app/transfers/ports.ts';
import { HIGHEST_ID } from '../../../domain/posting/transfer-id.ts';
import type { TransferRow } from '../engine/transfer-rows.ts';
import { FIND_TRANSFERS, toTransfer } from '../engine/transfer-rows.ts';

/** Takes the newest entries of each account by its chain and merges them; a transfer between two of them comes once. */
const OF_OWNERS = `
  SELECT t.* FROM (
    SELECT DISTINCT e.transfer_id
    FROM (SELECT id FROM accounts WHERE owner_id = ANY ($1::uuid[]) AND last_transfer_id IS NOT NULL) a
    CROSS JOIN LATERAL account_entries(a.id, $2::uuid, $3::integer) e
    ORDER BY e.transfer_id DESC LIMIT $3) page
  JOIN transfers t ON t.id = page.transfer_id
  ORDER BY t.id DESC`;

const ALL = 'SELECT * FROM transfers WHERE id < $1 ORDER BY id DESC LIMIT $2';

export function createTransferQuery(pool: Pool): TransferReader {
  const byIds: TransferReader['byIds'] = async (ids) => {
    const { rows } = await pool.query<TransferRow>({ name: 'find', text: FIND_TRANSFERS, values: [ids] });
    return rows.map(toTransfer);
  };
  return {
    byIds,
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
