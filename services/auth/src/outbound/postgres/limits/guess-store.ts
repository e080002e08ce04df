import { FORGET_AFTER_MS, waitMs } from '../../../domain/guess-budget.ts';
import type { GuessStore } from '../../../app/guesses/ports.ts';
import { knexOf } from '../../transaction.ts';

interface Row {
  failures: number;
  last_failed_at: Date;
  blocked_until: Date;
}

export const guesses: GuessStore = {
  budgetOf: async (db, { userId, subject, own }, now) => {
    const { rows } = await knexOf(db).raw<{ rows: { lane: string; blocked_until: Date | null }[] }>(
      `WITH used AS (SELECT coalesce(
       (SELECT own.lane FROM unnest(?::bytea[], ?::text[]) WITH ORDINALITY AS own (key, lane, place)
          JOIN known_devices d ON d.user_id = ? AND d.key = own.key ORDER BY place LIMIT 1), 'strangers') AS lane)
     SELECT used.lane, g.blocked_until FROM used LEFT JOIN guesses g ON g.subject = ? AND g.lane = used.lane`,
      [own.map(({ key }) => key), own.map(({ caller }) => caller), userId, subject],
    );
    const [{ lane, blocked_until: until } = { lane: 'strangers', blocked_until: null }] = rows;
    return { budget: { subject, caller: lane }, blockedUntil: until !== null && until > now ? until : undefined };
  },
  blockedUntil: async (db, { subject, caller: lane }, now) => {
    const row = await knexOf(db)('guesses').where({ subject, lane }).first<Row | undefined>();
    return row && row.blocked_until > now ? row.blocked_until : undefined;
  },
  fail: async (db, { subject, caller: lane }, now) => {
    const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
    await knexOf(db).transaction(async (trx) => {
      const { rows } = await trx.raw<{ rows: { failures: number }[] }>(
        `INSERT INTO guesses AS g (subject, lane, failures, last_failed_at, blocked_until) VALUES (?, ?, 1, ?, ?)
       ON CONFLICT (subject, lane) DO UPDATE SET
         failures = CASE WHEN g.last_failed_at < ? THEN 1 ELSE g.failures + 1 END,
         last_failed_at = excluded.last_failed_at
       RETURNING failures`,
        [subject, lane, now, now, forgotten],
      );
      const wait = waitMs(rows[0]?.failures ?? 0);
      if (wait === 0) return;
      await trx('guesses')
        .where({ subject, lane })
        .update({ blocked_until: new Date(now.getTime() + wait) });
    });
  },
  clear: async (db, { subject, caller: lane }, now) => {
    const row = await knexOf(db)('guesses').where({ subject, lane }).first<Row | undefined>('blocked_until');
    if (!row) return true;
    if (row.blocked_until > now) return false;
    await knexOf(db)('guesses').where({ subject, lane }).where('blocked_until', '<=', now).delete();
    return (await guesses.blockedUntil(db, { subject, caller: lane }, now)) === undefined;
  },
  clearAll: async (db, subject) => {
    await knexOf(db)('guesses').where({ subject }).delete();
  },
  prune: async (db, now) => {
    await knexOf(db)('guesses')
      .where('last_failed_at', '<', new Date(now.getTime() - FORGET_AFTER_MS))
      .delete();
  },
};
