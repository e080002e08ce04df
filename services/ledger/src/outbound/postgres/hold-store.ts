import type { Pool } from 'pg';
import type { HoldStore } from '../../app/ports.ts';
import type { Hold } from '../../domain/hold.ts';
import { refuseReservation } from '../../domain/posting/decide.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { LOCK_ACCOUNTS } from './engine/posting-sql.ts';
import type { AccountRow } from './engine/rows.ts';
import { toAccount } from './engine/rows.ts';

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
  const select = async (where: string, values: unknown[]): Promise<Hold[]> =>
    (await pool.query<Row>(`SELECT ${COLUMNS} FROM holds ${where}`, values)).rows.map(toHold);
  return {
    reserve: async (tx, accountId, amount) => {
      const [row] = await tx.query<AccountRow>(LOCK_ACCOUNTS, [[accountId]]);
      const refusal = refuseReservation(row && toAccount(row), amount);
      if (refusal) throw refusal;
      await tx.query('UPDATE accounts SET held = held + $2 WHERE id = $1', [accountId, amount]);
    },
    release: async (tx, accountId, amount) => {
      await tx.query('UPDATE accounts SET held = held - $2 WHERE id = $1', [accountId, amount]);
    },
    add: async (tx, hold) => {
      await tx.query(
        `INSERT INTO holds (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          hold.id, hold.ownerId, hold.accountId, hold.payeeId, hold.payeeAccountId, hold.amount, hold.captured,
          hold.currency, hold.note, hold.status, hold.transferId, hold.createdAt, hold.expiresAt,
        ], // prettier-ignore
      );
    },
    lock: async (tx, id) => {
      const [row] = await tx.query<Row>(`SELECT ${COLUMNS} FROM holds WHERE id = $1 FOR UPDATE`, [id]);
      return row && toHold(row);
    },
    end: async (tx, { id, status, captured, transferId }) => {
      await tx.query('UPDATE holds SET status = $2, captured = $3, transfer_id = $4 WHERE id = $1', [
        id, status, captured, transferId,
      ]); // prettier-ignore
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
