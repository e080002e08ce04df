import type { CounterStore } from '../../../app/limits/ports.ts';
import { knexOf } from '../../transaction.ts';

export const counters: CounterStore = {
  hit: async (db, windows, now) => {
    const sorted = [...windows].sort((a, b) => (a.key < b.key ? -1 : 1));
    const { rows } = await knexOf(db).raw<{ rows: { key: string; count: number; resets_at: Date }[] }>(
      `INSERT INTO rate_counters AS c (key, count, resets_at)
     SELECT key, 1, ?::timestamptz + make_interval(secs => seconds)
       FROM unnest(?::text[], ?::float8[]) AS w (key, seconds)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN c.resets_at <= ? THEN 1 ELSE c.count + 1 END,
       resets_at = CASE WHEN c.resets_at <= ? THEN excluded.resets_at ELSE c.resets_at END
     RETURNING key, count, resets_at`,
      [now, sorted.map(({ key }) => key), sorted.map(({ seconds }) => seconds), now, now],
    );
    return rows.map((row) => ({ key: row.key, count: row.count, resetsAt: row.resets_at }));
  },
  prune: async (db, now) => {
    await knexOf(db).raw(
      'DELETE FROM rate_counters WHERE key IN (SELECT key FROM rate_counters WHERE resets_at < ? LIMIT 10000)',
      [now],
    );
  },
};
