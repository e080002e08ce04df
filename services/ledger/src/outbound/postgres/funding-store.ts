import { withReference } from './memo-store.ts';
import type { Pool, PoolClient } from 'pg';
import type { FundingStore } from '../../app/fundings/ports.ts';
import type { Funding } from '../../domain/funding.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { createTable } from './rows.ts';

const fundings = createTable<Funding>('fundings', {
  id: 'plain',
  direction: 'plain',
  ownerId: 'plain',
  accountId: 'plain',
  amount: 'bigint',
  currency: 'plain',
  method: 'plain',
  status: 'plain',
  failure: 'plain',
  transferId: 'plain',
  createdAt: 'plain',
});

export function createFundingStore(pool: Pool): FundingStore {
  const select = (where: string, values: unknown[], client: Pool | PoolClient = pool) =>
    fundings.select(client, where, values);
  return {
    add: (tx, funding) => fundings.insert(clientOf(tx), funding),
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
    list: ({ ownerId, direction, reference, before = HIGHEST_ID, limit }) =>
      select(
        `WHERE owner_id = $1 AND direction = $2 AND id < $3 AND ${withReference('$1', '$5')} ORDER BY id DESC LIMIT $4`,
        [ownerId, direction, before, limit, reference ?? null],
      ),
    takePending: async (before, now, limit) => {
      const { rows } = await pool.query<Record<string, unknown>>(
        `UPDATE fundings SET asked_at = $2 WHERE id IN (
           SELECT id FROM fundings WHERE status = 'pending' AND coalesce(asked_at, created_at) < $1
           ORDER BY coalesce(asked_at, created_at) LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING ${fundings.columns}`,
        [before, now, limit],
      );
      return rows.map(fundings.read);
    },
  };
}
