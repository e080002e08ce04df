import type { Pool, PoolClient } from 'pg';
import type { HoldStore } from '../../app/holds/ports.ts';
import type { Hold } from '../../domain/hold.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { insertRow } from './rows.ts';

interface Row {
  id: string;
  owner_id: string;
  account_id: string;
  payee_id: string;
  payee_account_id: string;
  amount: string;
  captured: string;
  currency: string;
  note: string;
  status: Hold['status'];
  transfer_id: string | null;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, owner_id, account_id, payee_id, payee_account_id, amount, captured, currency, note, status,
  transfer_id, created_at, expires_at`;

const toHold = (row: Row): Hold => ({
  id: row.id,
  ownerId: row.owner_id,
  accountId: row.account_id,
  payeeId: row.payee_id,
  payeeAccountId: row.payee_account_id,
  amount: BigInt(row.amount),
  captured: BigInt(row.captured),
  currency: row.currency,
  note: row.note,
  status: row.status,
  transferId: row.transfer_id,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

export function createHoldStore(pool: Pool): HoldStore {
  const select = async (where: string, values: unknown[], client: Pool | PoolClient = pool): Promise<Hold[]> =>
    (await client.query<Row>(`SELECT ${COLUMNS} FROM holds ${where}`, values)).rows.map(toHold);
  return {
    add: (tx, hold) =>
      insertRow(clientOf(tx), 'holds', {
        id: hold.id,
        owner_id: hold.ownerId,
        account_id: hold.accountId,
        payee_id: hold.payeeId,
        payee_account_id: hold.payeeAccountId,
        amount: hold.amount,
        captured: hold.captured,
        currency: hold.currency,
        note: hold.note,
        status: hold.status,
        transfer_id: hold.transferId,
        created_at: hold.createdAt,
        expires_at: hold.expiresAt,
      }),
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
    list: (userId, { before = HIGHEST_ID, limit }) =>
      select(
        `WHERE id IN ((SELECT id FROM holds WHERE owner_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3)
                UNION (SELECT id FROM holds WHERE payee_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3))
         ORDER BY id DESC LIMIT $3`,
        [userId, before, limit],
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
