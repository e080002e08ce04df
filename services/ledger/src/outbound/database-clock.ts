import type { Pool } from 'pg';
import type { Clock } from '@florin/service-kit';

const MEASURE_EVERY_MS = 30_000;
/** A reply that took longer tells the time too imprecisely. */
const MAX_ROUND_TRIP_MS = 500;

export interface DatabaseClock {
  now: Clock;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * The time of the database, kept by the local clock and what it is off by. All processes of a ledger share a database, so
 * they share a clock: a transfer's id is its time, and one process ahead of the others would take its counterparties along.
 */
export function createDatabaseClock(pool: Pool, local: Clock): DatabaseClock {
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const measure = async (): Promise<void> => {
    const before = local().getTime();
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const after = local().getTime();
    if (rows[0] && after - before <= MAX_ROUND_TRIP_MS) offsetMs = rows[0].now.getTime() - (before + after) / 2;
  };
  return {
    now: () => new Date(local().getTime() + offsetMs),
    start: async () => {
      await measure();
      // while the database is away the last measure holds
      timer = setInterval(() => void measure().catch(() => undefined), MEASURE_EVERY_MS).unref();
    },
    stop: () => {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}
