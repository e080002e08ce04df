import type { FlorinEvent } from '@florin/contracts';
import { createHash } from 'node:crypto';
import type { Job } from 'pg-boss';
import { v7 } from 'uuid';
import type { DeadLetter, DeadLetters } from '../bus.ts';
import { checkLimit } from '../names.ts';
import type { Hub } from './hub.ts';

const REPLAY_LIMIT = 10_000;

interface Row {
  letter_id: string;
  body: unknown;
  reason: string;
  attempts: number;
  dead_at: Date;
}

/** Moves a claimed job to the dead letters, unless its claim was lost meanwhile. */
export async function bury(
  hub: Hub,
  { consumer, job, reason, attempts }: { consumer: string; job: Job; reason: string; attempts: number },
): Promise<void> {
  await hub.database.transaction(async (client, db) => {
    const { affected } = (await hub.boss.deleteJob(consumer, job, { db })) as { affected: number };
    if (affected === 0) return;
    await client.query(
      `INSERT INTO ${hub.tables.deadLetter} (consumer, letter_id, body, reason, attempts) VALUES ($1, $2, $3, $4, $5)`,
      [consumer, letterId(job.data), JSON.stringify(job.data), reason, attempts],
    );
  });
}

/** Dead letters as rows of a table, which pg-boss's retention doesn't touch. */
export function createDeadLetters(hub: () => Hub): DeadLetters {
  return {
    async count(consumer) {
      const { database, tables } = hub();
      const text = `SELECT count(*) FROM ${tables.deadLetter} WHERE consumer = $1`;
      const [row] = await database.query<{ count: string }>(text, [consumer]);
      return Number(row?.count ?? 0);
    },
    async list(consumer, options) {
      const { database, tables } = hub();
      const rows = await database.query<Row>(
        `SELECT letter_id, body, reason, attempts, dead_at FROM ${tables.deadLetter}
          WHERE consumer = $1 ORDER BY seq LIMIT $2`,
        [consumer, checkLimit(options?.limit)],
      );
      return rows.map((row) => letterOf(consumer, row));
    },
    async replay(consumer, ids) {
      const { database, tables, boss, nudge } = hub();
      const count = await database.transaction(async (client, db) => {
        const { rows } = await client.query<{ body: FlorinEvent }>(
          `WITH gone AS (
             DELETE FROM ${tables.deadLetter} WHERE seq IN (
               SELECT seq FROM ${tables.deadLetter}
                WHERE consumer = $1 AND ($2::text[] IS NULL OR letter_id = ANY($2)) ORDER BY seq LIMIT $3 FOR UPDATE)
             RETURNING seq, body)
           SELECT body FROM gone ORDER BY seq`,
          [consumer, ids === 'all' ? null : ids, REPLAY_LIMIT],
        );
        const jobs = rows.map(({ body }) => ({ id: v7(), data: body, singletonKey: keyOf(body) }));
        if (jobs.length > 0) await boss.insert(consumer, jobs, { db });
        return jobs.length;
      });
      nudge(consumer);
      return count;
    },
    async discard(consumer, ids) {
      const { database, tables } = hub();
      const gone = await database.query(
        `DELETE FROM ${tables.deadLetter} WHERE consumer = $1 AND letter_id = ANY($2::text[]) RETURNING seq`,
        [consumer, ids],
      );
      return gone.length;
    },
  };
}

function letterOf(consumer: string, row: Row): DeadLetter {
  return {
    id: row.letter_id,
    consumer,
    type: part(row.body, 'type'),
    aggregateId: part(row.body, 'aggregateId'),
    reason: row.reason,
    attempts: row.attempts,
    deadAt: row.dead_at.toISOString(),
    body: row.body,
  };
}

function keyOf(body: unknown): string {
  return part(body, 'aggregateId') ?? 'unreadable';
}

function letterId(body: unknown): string {
  const id = part(body, 'id');
  if (id !== null && id !== '') return id.slice(0, 100);
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32);
}

function part(body: unknown, key: string): string | null {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : null;
}
