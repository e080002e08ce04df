import type { Pool } from 'pg';
import type { HoldStore, Tx } from '../../app/ports.ts';
import type { Hold } from '../../domain/hold.ts';
import type { Account } from '../../domain/posting/account.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import { release, reserve } from '../../domain/posting/reserve.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { lockAccount } from './engine/lock-account.ts';

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
      const account = await lockAccount(tx, accountId);
      const refusal = reserve(account, amount, dayOf(tx.now));
      if (refusal) throw refusal;
      await saveHeld(tx, account);
    },
    release: async (tx, { accountId, amount, createdAt }) => {
      const account = await lockAccount(tx, accountId);
      if (account) release(account, amount, { heldOn: dayOf(createdAt), day: dayOf(tx.now) });
      await saveHeld(tx, account);
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

async function saveHeld(tx: Tx, account: Account | undefined): Promise<void> {
  if (!account) return;
  const { id, held, spending } = account;
  await tx.query(
    `UPDATE accounts SET held = $2, spent_on = $3, day_count = $4, day_sum = $5, month_count = $6, month_sum = $7
     WHERE id = $1`,
    [id, held, spending.day, spending.dayCount, spending.daySum, spending.monthCount, spending.monthSum],
  );
}
