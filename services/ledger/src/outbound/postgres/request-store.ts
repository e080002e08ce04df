import type { Pool, PoolClient } from 'pg';
import { ASKING_WINDOW_MS, DECLINES_COUNT_MS } from '@florin/errors';
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
  declined_at: Date | null;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, requester_id, payer_id, amount, paid, refunded, currency, note, status, split_id, reminders,
  reminded_at, declined_at, created_at, expires_at`;

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
  declinedAt: row.declined_at,
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
        declined_at: request.declinedAt,
        created_at: request.createdAt,
        expires_at: request.expiresAt,
      }),
    lock: async (tx, id) => (await select('WHERE id = $1 FOR UPDATE', [id], clientOf(tx)))[0],
    askedBefore: (tx, pair, limits) => askedBefore(clientOf(tx), tx.now, pair, limits),
    save: async (tx, { id, paid, status, reminders, remindedAt, declinedAt }) => {
      await clientOf(tx).query(
        `UPDATE payment_requests SET paid = $2, status = $3, reminders = $4, reminded_at = $5, declined_at = $6
         WHERE id = $1`,
        [id, paid, status, reminders, remindedAt, declinedAt],
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

/** Each by an index, and no more rows than the limits name. */
const ASKED_BEFORE = `
  SELECT
    (SELECT created_at FROM payment_requests WHERE requester_id = $1 AND created_at > $3
     ORDER BY created_at DESC OFFSET $5 LIMIT 1) AS full_since,
    (SELECT created_at FROM payment_requests WHERE requester_id = $1 AND payer_id = $2 AND created_at > $3
     ORDER BY created_at DESC OFFSET $6 LIMIT 1) AS pair_full_since,
    ARRAY(SELECT declined_at FROM payment_requests WHERE requester_id = $1 AND payer_id = $2 AND declined_at > $4
     ORDER BY declined_at DESC LIMIT 10) AS declines`;

async function askedBefore(
  client: PoolClient,
  now: Date,
  { requesterId, payerId }: Parameters<RequestStore['askedBefore']>[1],
  { perDay, perPairPerDay }: Parameters<RequestStore['askedBefore']>[2],
): ReturnType<RequestStore['askedBefore']> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`asking ${requesterId}`]);
  const since = (ms: number) => new Date(now.getTime() - ms);
  const { rows } = await client.query<{ full_since: Date | null; pair_full_since: Date | null; declines: Date[] }>(
    ASKED_BEFORE,
    [requesterId, payerId, since(ASKING_WINDOW_MS), since(DECLINES_COUNT_MS), perDay - 1, perPairPerDay - 1],
  );
  const [row] = rows;
  return {
    fullSince: row?.full_since ?? undefined,
    pairFullSince: row?.pair_full_since ?? undefined,
    declines: row?.declines ?? [],
  };
}
