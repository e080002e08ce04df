import type { Pool } from 'pg';
import type { TransferReader } from '../../../app/transfers/ports.ts';
import { MAX_REFUNDS, type Returns } from '../../../domain/returns.ts';
import { HIGHEST_ID } from '../../../domain/posting/transfer-id.ts';
import { FIND_TRANSFERS, toTransfer, type TransferRow } from '../engine/transfer-rows.ts';

/** Takes the newest entries of each account by its chain and merges them; a transfer between two of them comes once. */
const OF_OWNERS = `
  SELECT t.* FROM (
    SELECT DISTINCT e.transfer_id
    FROM (SELECT id FROM accounts WHERE owner_id = ANY ($1::uuid[]) AND last_transfer_id IS NOT NULL) a
    CROSS JOIN LATERAL account_entries(a.id, $2::uuid, $3::integer) e
    ORDER BY e.transfer_id DESC LIMIT $3) page
  JOIN transfers t ON t.id = page.transfer_id
  ORDER BY t.id DESC`;

/** By the transfer given back; the refunds that stand are read along an index of what undoes what. */
const RETURNS = `
  SELECT r.transfer_id, r.returned,
    (SELECT id FROM transfers WHERE reverses_transfer_id = r.transfer_id AND kind = 'reversal' LIMIT 1) AS reversed_by,
    (SELECT coalesce(json_agg(json_build_array(f.id, f.amount::text, f.posted_at) ORDER BY f.id DESC), '[]') FROM (
       SELECT t.id, t.amount, t.posted_at FROM transfers t
       WHERE t.reverses_transfer_id = r.transfer_id AND t.kind = 'refund'
         AND NOT EXISTS (SELECT FROM transfer_returns u WHERE u.transfer_id = t.id AND u.returned > 0)
       ORDER BY t.id DESC LIMIT ${MAX_REFUNDS}) f) AS refunds
  FROM transfer_returns r WHERE r.transfer_id = ANY ($1::uuid[]) AND r.returned > 0`;

interface ReturnsRow {
  transfer_id: string;
  returned: string;
  reversed_by: string | null;
  refunds: [id: string, amount: string, postedAt: string][];
}

const toReturns = (row: ReturnsRow): Returns => ({
  returned: BigInt(row.returned),
  reversedBy: row.reversed_by,
  refunds: row.refunds.map(([id, amount, postedAt]) => ({
    id,
    amount: BigInt(amount),
    postedAt: new Date(postedAt).toISOString(),
  })),
});

const WITH_REFERENCE = `
  SELECT t.* FROM memos m JOIN transfers t ON t.id = m.subject_id
  WHERE m.owner_id = $1 AND m.reference = $2 AND m.subject_id < $3 ORDER BY m.subject_id DESC LIMIT $4`;

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
    withReference: async (ownerId, reference, { before, limit }) => {
      const values = [ownerId, reference, before ?? HIGHEST_ID, limit];
      return (await pool.query<TransferRow>(WITH_REFERENCE, values)).rows.map(toTransfer);
    },
    all: async ({ before, limit }) => {
      const { rows } = await pool.query<TransferRow>(ALL, [before ?? HIGHEST_ID, limit]);
      return rows.map(toTransfer);
    },
    returnsOf: async (ids) => {
      const { rows } = await pool.query<ReturnsRow>(RETURNS, [ids]);
      return new Map(rows.map((row) => [row.transfer_id, toReturns(row)]));
    },
  };
}
