import type { Pool, PoolClient } from 'pg';
import type { RequestStore } from '../../app/requests/ports.ts';
import type { PaymentRequest, RequestStatus } from '../../domain/payment-request.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { insertRow } from './rows.ts';

interface Row {
  id: string;
  requester_id: string;
  payer_id: string;
  amount: string;
  paid: string;
  refunded: string;
  currency: string;
  note: string;
  status: RequestStatus;
  split_id: string | null;
  reminders: number;
  reminded_at: Date | null;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, requester_id, payer_id, amount, paid, refunded, currency, note, status, split_id, reminders,
  reminded_at, created_at, expires_at`;

const toRequest = (row: Row): PaymentRequest => ({
  id: row.id,
  requesterId: row.requester_id,
  payerId: row.payer_id,
  amount: BigInt(row.amount),
  paid: BigInt(row.paid),
  refunded: BigInt(row.refunded),
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
  const select = async (
    where: string,
    values: unknown[],
    client: Pool | PoolClient = pool,
  ): Promise<PaymentRequest[]> =>
    (await client.query<Row>(`SELECT ${COLUMNS} FROM payment_requests ${where}`, values)).rows.map(toRequest);
  return {
    add: (tx, request) =>
      insertRow(clientOf(tx), 'payment_requests', {
        id: request.id,
        requester_id: request.requesterId,
        payer_id: request.payerId,
        amount: request.amount,
        paid: request.paid,
        currency: request.currency,
        note: request.note,
        status: request.status,
        split_id: request.splitId,
        reminders: request.reminders,
        reminded_at: request.remindedAt,
        created_at: request.createdAt,
        expires_at: request.expiresAt,
      }),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    save: async (tx, { id, paid, status, reminders, remindedAt }) => {
      await clientOf(tx).query(
        'UPDATE payment_requests SET paid = $2, status = $3, reminders = $4, reminded_at = $5 WHERE id = $1',
        [id, paid, status, reminders, remindedAt],
      );
    },
    addRefunded: async (tx, id, amount) => {
      await clientOf(tx).query('UPDATE payment_requests SET refunded = refunded + $2 WHERE id = $1', [id, amount]);
    },
    find: async (id) => (await select('WHERE id = $1', [id]))[0],
    list: ({ userId, direction, status, splitId, now, before = HIGHEST_ID, limit }) =>
      select(
        `WHERE ${SIDE[direction]} = $1 AND id < $2 AND ($3::text IS NULL OR $3 =
           CASE WHEN status = 'pending' AND expires_at <= $4 THEN 'expired'
                WHEN status <> 'paid' OR refunded = 0 THEN status
                WHEN refunded < paid THEN 'partly_refunded' ELSE 'refunded' END)
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
