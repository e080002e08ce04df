import type { Pool, PoolClient } from 'pg';
import type { FundingStore } from '../../app/fundings/ports.ts';
import type { Funding, FundingDirection } from '../../domain/funding.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { insertRow } from './rows.ts';

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
  const select = async (where: string, values: unknown[], client: Pool | PoolClient = pool): Promise<Funding[]> =>
    (await client.query<Row>(`SELECT ${COLUMNS} FROM fundings ${where}`, values)).rows.map(toFunding);
  return {
    add: (tx, funding) =>
      insertRow(clientOf(tx), 'fundings', {
        id: funding.id,
        direction: funding.direction,
        owner_id: funding.ownerId,
        account_id: funding.accountId,
        amount: funding.amount,
        currency: funding.currency,
        method: funding.method,
        status: funding.status,
        failure: funding.failure,
        transfer_id: funding.transferId,
        created_at: funding.createdAt,
      }),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    settle: async (tx, { id, status, failure, transferId }) => {
      await clientOf(tx).query(
        'UPDATE fundings SET status = $2, failure = $3, transfer_id = $4, settled_at = $5 WHERE id = $1',
        [id, status, failure, transferId, tx.now],
      );
    },
    hasPending: async (tx, accountId) => {
      const text = `SELECT FROM fundings WHERE account_id = $1 AND status = 'pending' LIMIT 1`;
      return (await clientOf(tx).query(text, [accountId])).rowCount !== 0;
    },
    get: async (id) => (await select('WHERE id = $1', [id]))[0],
    find: async (id, ownerId, direction) =>
      (await select('WHERE id = $1 AND owner_id = $2 AND direction = $3', [id, ownerId, direction]))[0],
    list: ({ ownerId, direction, before, limit }) =>
      select('WHERE owner_id = $1 AND direction = $2 AND id < $3 ORDER BY id DESC LIMIT $4', [
        ownerId,
        direction,
        before ?? HIGHEST_ID,
        limit,
      ]),
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
