import type { Knex } from 'knex';
import { FORGET_AFTER_MS, waitMs } from '../../../domain/guess-budget.ts';

export interface Lane {
  subject: string;
  lane: string;
}

interface Row {
  failures: number;
  last_failed_at: Date;
  blocked_until: Date;
}

/** A key under which somebody may have signed in before, and the lane that is then theirs. */
export interface OwnLane {
  key: Buffer;
  lane: string;
}

/** The first of these lanes that belongs to a device this person has signed in with, or `strangers`; and its wait. */
export async function laneOf(
  db: Knex,
  { userId, subject, own }: { userId: string; subject: string; own: readonly OwnLane[] },
  now: Date,
): Promise<{ lane: Lane; blockedUntil: Date | undefined }> {
  const { rows } = await db.raw<{ rows: { lane: string; blocked_until: Date | null }[] }>(
    `WITH used AS (SELECT coalesce(
       (SELECT own.lane FROM unnest(?::bytea[], ?::text[]) WITH ORDINALITY AS own (key, lane, place)
          JOIN known_devices d ON d.user_id = ? AND d.key = own.key ORDER BY place LIMIT 1), 'strangers') AS lane)
     SELECT used.lane, g.blocked_until FROM used LEFT JOIN guesses g ON g.subject = ? AND g.lane = used.lane`,
    [own.map(({ key }) => key), own.map(({ lane }) => lane), userId, subject],
  );
  const [{ lane, blocked_until: until } = { lane: 'strangers', blocked_until: null }] = rows;
  return { lane: { subject, lane }, blockedUntil: until !== null && until > now ? until : undefined };
}

/** Until when this lane must wait, or undefined when it may guess. */
export async function blockedUntil(db: Knex, { subject, lane }: Lane, now: Date): Promise<Date | undefined> {
  const row = await db('guesses').where({ subject, lane }).first<Row | undefined>();
  return row && row.blocked_until > now ? row.blocked_until : undefined;
}

/** Counts a failure; after the free ones each makes the wait longer. */
export async function fail(db: Knex, { subject, lane }: Lane, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
  await db.transaction(async (trx) => {
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
}

/** Forgets the failures of a lane, unless guesses made meanwhile have blocked it: then false, and the success must not count. */
export async function clear(db: Knex, { subject, lane }: Lane, now: Date): Promise<boolean> {
  const row = await db('guesses').where({ subject, lane }).first<Row | undefined>('blocked_until');
  if (!row) return true;
  if (row.blocked_until > now) return false;
  await db('guesses').where({ subject, lane }).where('blocked_until', '<=', now).delete();
  return (await blockedUntil(db, { subject, lane }, now)) === undefined;
}

export async function clearAll(db: Knex, subject: string): Promise<void> {
  await db('guesses').where({ subject }).delete();
}

export async function prune(db: Knex, now: Date): Promise<void> {
  await db('guesses')
    .where('last_failed_at', '<', new Date(now.getTime() - FORGET_AFTER_MS))
    .delete();
}
