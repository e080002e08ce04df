import type { Pool } from 'pg';
import { fromRow } from '@florin/service-kit/postgres';
import type { PointStore } from '../../app/points/ports.ts';
import type { PointLot } from '../../domain/points.ts';
import { clientOf } from './engine/transact.ts';

const LOTS = 'SELECT id, remaining, granted_at, lapses_at FROM point_lots WHERE account_id = $1 AND remaining > 0';

const toLot = (row: Record<string, unknown>) => fromRow<PointLot>(row, ['remaining']);

export function createPointStore(pool: Pool): PointStore {
  return {
    lock: async (tx, accountId) => {
      // the account's row stands for its lots, also for those that are being added
      await clientOf(tx).query('SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      return (await clientOf(tx).query<Record<string, unknown>>(LOTS, [accountId])).rows.map(toLot);
    },
    add: async (tx, accountId, { id, remaining, grantedAt, lapsesAt }) => {
      await clientOf(tx).query(
        `INSERT INTO point_lots (id, account_id, points, remaining, granted_at, lapses_at) VALUES ($1, $2, $3, $3, $4, $5)`,
        [id, accountId, remaining, grantedAt, lapsesAt],
      );
    },
    use: async (tx, uses) => {
      await clientOf(tx).query(
        `UPDATE point_lots l SET remaining = l.remaining - u.points
         FROM unnest($1::uuid[], $2::bigint[]) AS u (id, points) WHERE l.id = u.id`,
        [uses.map((use) => use.lotId), uses.map((use) => use.points)],
      );
    },
    ofAccount: async (accountId) => (await pool.query<Record<string, unknown>>(LOTS, [accountId])).rows.map(toLot),
    withLapsed: async (now, limit) => {
      const { rows } = await pool.query<{ owner_id: string }>(
        `SELECT DISTINCT a.owner_id FROM (
           SELECT account_id FROM point_lots WHERE remaining > 0 AND lapses_at <= $1 ORDER BY lapses_at LIMIT $2) l
         JOIN accounts a ON a.id = l.account_id`,
        [now, limit],
      );
      return rows.map((row) => row.owner_id);
    },
  };
}
