import { withReference } from './memo-store.ts';
import type { Pool, PoolClient } from 'pg';
import type { HoldStore } from '../../app/holds/ports.ts';
import type { Hold } from '../../domain/hold.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { createTable } from './rows.ts';

const holds = createTable<Hold>('holds', {
  id: 'plain',
  ownerId: 'plain',
  accountId: 'plain',
  payeeId: 'plain',
  payeeAccountId: 'plain',
  amount: 'bigint',
  captured: 'bigint',
  currency: 'plain',
  note: 'plain',
  status: 'plain',
  transferId: 'plain',
  createdAt: 'plain',
  expiresAt: 'plain',
});

export function createHoldStore(pool: Pool): HoldStore {
  const select = (where: string, values: unknown[], client: Pool | PoolClient = pool) =>
    holds.select(client, where, values);
  return {
    add: (tx, hold) => holds.insert(clientOf(tx), hold),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    end: async (tx, { id, status, captured, transferId }) => {
      await clientOf(tx).query('UPDATE holds SET status = $2, captured = $3, transfer_id = $4 WHERE id = $1', [
        id,
        status,
        captured,
        transferId,
      ]);
    },
    find: async (id) => (await select('WHERE id = $1', [id]))[0],
    list: (userId, { reference, before = HIGHEST_ID, limit }) =>
      select(
        `WHERE id IN ((SELECT id FROM holds WHERE owner_id = $1 AND id < $2 AND ${withReference('$1', '$4')}
                 ORDER BY id DESC LIMIT $3)
                UNION (SELECT id FROM holds WHERE payee_id = $1 AND id < $2 AND $4::text IS NULL
                      ORDER BY id DESC LIMIT $3))
         ORDER BY id DESC LIMIT $3`,
        [userId, before, limit, reference ?? null],
      ),
    expired: async (now, limit) => {
      const due = await select(`WHERE status = 'pending' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`, [
        now,
        limit,
      ]);
      return due.map((hold) => hold.id);
    },
  };
}
