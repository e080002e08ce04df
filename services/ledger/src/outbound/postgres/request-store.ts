import { withReference } from './memo-store.ts';
import type { Pool, PoolClient } from 'pg';
import { ASKING_WINDOW_MS, DECLINES_COUNT_MS } from '@florin/errors';
import type { RequestStore } from '../../app/requests/ports.ts';
import type { PaymentRequest } from '../../domain/payment-request.ts';
import { HIGHEST_ID } from '../../domain/posting/transfer-id.ts';
import { clientOf } from './engine/transact.ts';
import { createTable } from './rows.ts';

const requests = createTable<PaymentRequest>('payment_requests', {
  id: 'plain',
  requesterId: 'plain',
  payerId: 'plain',
  amount: 'bigint',
  paid: 'bigint',
  refunded: 'bigint',
  currency: 'plain',
  note: 'plain',
  status: 'plain',
  splitId: 'plain',
  reminders: 'plain',
  remindedAt: 'plain',
  declinedAt: 'plain',
  createdAt: 'plain',
  expiresAt: 'plain',
});

const SIDE = { incoming: 'payer_id', outgoing: 'requester_id' };

export function createRequestStore(pool: Pool): RequestStore {
  const select = (where: string, values: unknown[], client: Pool | PoolClient = pool) =>
    requests.select(client, where, values);
  return {
    add: (tx, request) => requests.insert(clientOf(tx), request),
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
    list: ({ userId, direction, status, splitId, reference, now, before = HIGHEST_ID, limit }) =>
      select(
        `WHERE ${SIDE[direction]} = $1 AND id < $2 AND ($3::text IS NULL OR $3 =
           CASE WHEN status = 'pending' AND expires_at <= $4 THEN 'expired'
                WHEN status <> 'paid' OR refunded = 0 THEN status
                WHEN refunded < paid THEN 'partly_refunded' ELSE 'refunded' END)
           AND ($6::uuid IS NULL OR split_id = $6) AND ${withReference('$1', '$7')} ORDER BY id DESC LIMIT $5`,
        [userId, before, status ?? null, now, limit, splitId ?? null, reference ?? null],
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
