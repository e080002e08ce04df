import type { Pool } from 'pg';
import type { RequestStore } from '../../app/ports.ts';
import type { PaymentRequest, RequestStatus } from '../../domain/payment-request.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';

interface Row {
  id: string;
  requester_id: string;
  payer_id: string;
  amount: string;
  paid: string;
  currency: string;
  note: string;
  status: RequestStatus;
  split_id: string | null;
  reminders: number;
  reminded_at: Date | null;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, requester_id, payer_id, amount, paid, currency, note, status, split_id, reminders, reminded_at,
  created_at, expires_at`;

const toRequest = (row: Row): PaymentRequest => ({
  id: row.id,
  requesterId: row.requester_id,
  payerId: row.payer_id,
  amount: BigInt(row.amount),
  paid: BigInt(row.paid),
  currency: row.currency,
  note: row.note,
  status: row.status,
  splitId: row.split_id,
  reminders: row.reminders,
  remindedAt: row.reminded_at,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

const SIDE = { incoming: 'payer_id', outgoing: 'requester_id' };

export function createRequestStore(pool: Pool): RequestStore {
  const select = async (where: string, values: unknown[]): Promise<PaymentRequest[]> =>
    (await pool.query<Row>(`SELECT ${COLUMNS} FROM payment_requests ${where}`, values)).rows.map(toRequest);
  return {
    add: async (tx, r) => {
      await tx.query(
        `INSERT INTO payment_requests (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          r.id, r.requesterId, r.payerId, r.amount, r.paid, r.currency, r.note, r.status, r.splitId, r.reminders,
          r.remindedAt, r.createdAt, r.expiresAt,
        ], // prettier-ignore
      );
    },
    lock: async (tx, id) => {
      const [row] = await tx.query<Row>(`SELECT ${COLUMNS} FROM payment_requests WHERE id = $1 FOR UPDATE`, [id]);
      return row && toRequest(row);
    },
    save: async (tx, { id, paid, status, reminders, remindedAt }) => {
      await tx.query(
        'UPDATE payment_requests SET paid = $2, status = $3, reminders = $4, reminded_at = $5 WHERE id = $1',
        [id, paid, status, reminders, remindedAt],
      );
    },
    find: async (id) => (await select('WHERE id = $1', [id]))[0],
    list: ({ userId, direction, status, splitId, now, before = HIGHEST_ID, limit }) =>
      select(
        `WHERE ${SIDE[direction]} = $1 AND id < $2 AND ($3::text IS NULL OR $3 =
           CASE WHEN status = 'pending' AND expires_at <= $4 THEN 'expired' ELSE status END)
           AND ($6::uuid IS NULL OR split_id = $6) ORDER BY id DESC LIMIT $5`,
        [userId, before, status ?? null, now, limit, splitId ?? null],
      ),
    expire: async (now, limit) => {
      const { rowCount } = await pool.query(
        `UPDATE payment_requests SET status = 'expired' WHERE status = 'pending' AND id IN (
           SELECT id FROM payment_requests WHERE status = 'pending' AND expires_at <= $1
           ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
        [now, limit],
      );
      return rowCount ?? 0;
    },
  };
}
