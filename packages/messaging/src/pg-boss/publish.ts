import type { FlorinEvent } from '@florin/contracts';
import { FlorinError } from '@florin/errors';
import type { PgBoss } from 'pg-boss';
import { v7 } from 'uuid';
import type { Database } from './database.ts';
import { EVERYONE, type Tables } from './schema.ts';

interface PublishOptions {
  boss: PgBoss;
  database: Database;
  tables: Tables;
  /** wakes the workers of a consumer in this process */
  nudge: (consumer: string) => void;
}

/** Makes the function that puts events into every queue that asks for their type, all in one transaction. */
export function createPublish({ boss, database, tables, nudge }: PublishOptions) {
  const known = new Set<string>();

  async function wanting(events: readonly FlorinEvent[]): Promise<Map<string, FlorinEvent[]>> {
    const bindings = await database.query<{ type: string; consumer: string }>(
      `SELECT type, consumer FROM ${tables.binding} WHERE type = ANY($1::text[]) ORDER BY consumer`,
      [[...new Set(events.map((event) => event.type))]],
    );
    const types = Map.groupBy(bindings, ({ consumer }) => consumer);
    const wanted = new Map<string, FlorinEvent[]>();
    for (const [consumer, rows] of types) {
      const these = new Set(rows.map(({ type }) => type));
      wanted.set(
        consumer,
        events.filter((event) => these.has(event.type)),
      );
    }
    return wanted;
  }

  /** pg-boss looks a queue up once, on another connection: inside the transaction that could starve the pool. */
  async function warm(consumers: Iterable<string>): Promise<void> {
    for (const consumer of consumers) {
      if (consumer === EVERYONE || known.has(consumer)) continue;
      await boss.insert(consumer, []);
      known.add(consumer);
    }
  }

  async function write(wanted: Map<string, FlorinEvent[]>): Promise<void> {
    await database.transaction(async (client, db) => {
      for (const [consumer, events] of wanted) {
        if (consumer === EVERYONE) continue;
        // Jobs of one transaction are as old as each other; their order is that of their ids.
        const jobs = events.map((event) => ({ id: v7(), data: event, singletonKey: event.aggregateId }));
        await boss.insert(consumer, jobs, { db });
      }
      const broadcast = wanted.get(EVERYONE);
      if (broadcast === undefined) return;
      // Held until the commit: a reader that has seen a number must never meet a lower one later.
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [tables.broadcast]);
      await client.query(
        `INSERT INTO ${tables.broadcast} (event)
         SELECT event FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS list (event, position) ORDER BY position`,
        [JSON.stringify(broadcast)],
      );
    });
  }

  return async (events: readonly FlorinEvent[]): Promise<void> => {
    if (events.length === 0) return;
    try {
      const wanted = await wanting(events);
      if (wanted.size === 0) return;
      await warm(wanted.keys());
      await write(wanted);
      for (const consumer of wanted.keys()) nudge(consumer);
    } catch (error) {
      throw new FlorinError('UNAVAILABLE', 'the message bus did not take the events', { cause: error });
    }
  };
}
