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
