import type { Pool } from 'pg';
import type { IntegrityStore } from '../../../app/integrity/ports.ts';

const SETTLED = 'fence IS NOT NULL AND pg_snapshot_xmin(pg_current_snapshot()) >= fence';

/** The horizon below which no transfer is added any more, and whether all that are there can be seen. */
export function createHorizon(pool: Pool): Pick<IntegrityStore, 'settledHorizon' | 'raiseHorizon'> {
  return {
    settledHorizon: async () => {
      const { rows } = await pool.query<{ horizon: string }>(`SELECT horizon FROM seal_horizon WHERE ${SETTLED}`);
      return rows[0]?.horizon ?? null;
    },
    raiseHorizon: async (horizon) => {
      await pool.query(
        `UPDATE seal_horizon SET horizon = greatest(horizon, $1), fence = NULL WHERE fence IS NULL OR ${SETTLED}`,
        [horizon],
      );
      // by a snapshot taken when the horizon it is for was committed: one statement could set it by an older one
      const { rows } = await pool.query<{ horizon: string }>('SELECT horizon FROM seal_horizon WHERE fence IS NULL');
      if (!rows[0]) return;
      await pool.query(
        'UPDATE seal_horizon SET fence = pg_snapshot_xmax(pg_current_snapshot()) WHERE fence IS NULL AND horizon = $1',
        [rows[0].horizon],
      );
    },
  };
}
