import type { Pool } from 'pg';
import type { FundingStore } from '../../app/ports.ts';
import type { Funding, FundingDirection } from '../../domain/funding.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';

interface Row {
  id: string;
  direction: FundingDirection;
  owner_id: string;
  account_id: string;
  amount: string;
  currency: string;
  method: string;
  status: Funding['status'];
  failure: string | null;
  transfer_id: string | null;
  created_at: Date;
}

const COLUMNS =
  'id, direction, owner_id, account_id, amount, currency, method, status, failure, transfer_id, created_at';

const toFunding = (row: Row): Funding => ({
  id: row.id,
  direction: row.direction,
  ownerId: row.owner_id,
  accountId: row.account_id,
  amount: BigInt(row.amount),
  currency: row.currency,
  method: row.method,
  status: row.status,
  failure: row.failure,
  transferId: row.transfer_id,
  createdAt: row.created_at,
});

export function createFundingStore(pool: Pool): FundingStore {
  const select = async (where: string, values: unknown[]): Promise<Funding[]> =>
    (await pool.query<Row>(`SELECT ${COLUMNS} FROM fundings ${where}`, values)).rows.map(toFunding);
  return {
    add: async (tx, f) => {
      await tx.query(`INSERT INTO fundings (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [
        f.id, f.direction, f.ownerId, f.accountId, f.amount, f.currency, f.method, f.status, f.failure, f.transferId,
        f.createdAt,
      ]); // prettier-ignore
    },
    lock: async (tx, id) => {
      const [row] = await tx.query<Row>(`SELECT ${COLUMNS} FROM fundings WHERE id = $1 FOR UPDATE`, [id]);
      return row && toFunding(row);
    },
    settle: async (tx, { id, status, failure, transferId }) => {
      await tx.query('UPDATE fundings SET status = $2, failure = $3, transfer_id = $4, settled_at = $5 WHERE id = $1', [
        id, status, failure, transferId, tx.now,
      ]); // prettier-ignore
    },
    get: async (id) => (await select('WHERE id = $1', [id]))[0],
    find: async (id, ownerId, direction) =>
      (await select('WHERE id = $1 AND owner_id = $2 AND direction = $3', [id, ownerId, direction]))[0],
    list: ({ ownerId, direction, before, limit }) =>
      select('WHERE owner_id = $1 AND direction = $2 AND id < $3 ORDER BY id DESC LIMIT $4', [
        ownerId, direction, before ?? HIGHEST_ID, limit,
      ]), // prettier-ignore
    takePending: async (before, now, limit) => {
      const { rows } = await pool.query<Row>(
        `UPDATE fundings SET asked_at = $2 WHERE id IN (
           SELECT id FROM fundings WHERE status = 'pending' AND coalesce(asked_at, created_at) < $1
           ORDER BY coalesce(asked_at, created_at) LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING ${COLUMNS}`,
        [before, now, limit],
      );
      return rows.map(toFunding);
    },
  };
}
