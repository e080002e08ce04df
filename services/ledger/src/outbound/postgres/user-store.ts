import type { Pool } from 'pg';
import type { PendingCounts, UserStore } from '../../app/users/ports.ts';
import type { Tx } from '../../app/ports.ts';
import { clientOf } from './engine/transact.ts';

/** Each count by an index on the person. */
const COUNT_PENDING = `
  SELECT
    (SELECT count(*)::int FROM holds WHERE owner_id = $1 AND status = 'pending') AS "holdsPlaced",
    (SELECT count(*)::int FROM holds WHERE payee_id = $1 AND status = 'pending' AND expires_at > $2) AS "holdsReceived",
    (SELECT count(*)::int FROM payment_requests WHERE payer_id = $1 AND status = 'pending' AND expires_at > $2)
      AS "requestsToPay",
    (SELECT count(*)::int FROM payment_requests WHERE requester_id = $1 AND status = 'pending' AND expires_at > $2)
      AS "requestsMade",
    (SELECT count(*)::int FROM schedules WHERE owner_id = $1 AND status IN ('active', 'paused')) AS "schedules",
    (SELECT count(*)::int FROM fundings WHERE owner_id = $1 AND status = 'pending') AS "fundings"`;

export function createUserStore(pool: Pool): UserStore {
  return {
    isFrozen: async (userId) => {
      const { rowCount } = await pool.query('SELECT FROM frozen_users WHERE user_id = $1 AND frozen', [userId]);
      return rowCount !== 0;
    },
    setFrozen: async (tx, { userId, frozen, at }) => {
      const { rowCount } = await clientOf(tx).query(
        `INSERT INTO frozen_users (user_id, frozen, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET frozen = excluded.frozen, changed_at = excluded.changed_at,
           closing_since = NULL
         WHERE frozen_users.changed_at <= excluded.changed_at`,
        [userId, frozen, at],
      );
      return rowCount !== 0;
    },
    markClosing: async (tx, userId, at) => {
      // what auth says of the person later goes before it
      const { rowCount } = await clientOf(tx).query(
        `INSERT INTO frozen_users (user_id, frozen, changed_at, closing_since) VALUES ($1, true, 'epoch', $2)
         ON CONFLICT (user_id) DO UPDATE SET frozen = true, closing_since = excluded.closing_since
         WHERE NOT frozen_users.frozen OR frozen_users.closing_since IS NOT NULL`,
        [userId, at],
      );
      return rowCount !== 0;
    },
    endClosing: async (tx, userId, closed) => {
      const { rowCount } = await clientOf(tx).query(
        'UPDATE frozen_users SET frozen = $2, closing_since = NULL WHERE user_id = $1 AND closing_since IS NOT NULL',
        [userId, closed],
      );
      return rowCount !== 0;
    },
    closingsBefore: async (at, limit) => {
      const { rows } = await pool.query<{ user_id: string }>(
        'SELECT user_id FROM frozen_users WHERE closing_since < $1 ORDER BY closing_since LIMIT $2',
        [at, limit],
      );
      return rows.map((row) => row.user_id);
    },
    countPending: async (userId, now) => {
      const { rows } = await pool.query<PendingCounts>(COUNT_PENDING, [userId, now]);
      return rows[0] as PendingCounts;
    },
    pendingHolds: async (userId, limit) => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM holds WHERE (owner_id = $1 OR payee_id = $1) AND status = 'pending' LIMIT $2`,
        [userId, limit],
      );
      return rows.map((row) => row.id);
    },
    cancelPlans,
    cancelOwnPlans,
    pausePlans: async (tx, userId) => {
      const change = `UPDATE schedules SET status = 'paused' WHERE owner_id = $1 AND status = 'active'`;
      await clientOf(tx).query(change, [userId]);
    },
  };
}

async function cancelPlans(tx: Tx, userId: string): Promise<void> {
  const client = clientOf(tx);
  await client.query(
    `UPDATE payment_requests SET status = 'cancelled'
     WHERE (payer_id = $1 OR requester_id = $1) AND status = 'pending'`,
    [userId],
  );
  await client.query(
    `UPDATE schedules SET status = 'cancelled', next_at = NULL
     WHERE (owner_id = $1 OR to_user_id = $1) AND status IN ('active', 'paused')`,
    [userId],
  );
}

async function cancelOwnPlans(tx: Tx, userId: string, madeBefore: Date): Promise<void> {
  const client = clientOf(tx);
  await client.query(
    `UPDATE payment_requests SET status = 'cancelled'
     WHERE (payer_id = $1 OR requester_id = $1) AND status = 'pending' AND created_at < $2`,
    [userId, madeBefore],
  );
  await client.query(
    `UPDATE schedules SET status = 'cancelled', next_at = NULL
     WHERE owner_id = $1 AND status IN ('active', 'paused') AND created_at < $2`,
    [userId, madeBefore],
  );
}
