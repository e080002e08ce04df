import type { FlorinEvent } from '@florin/contracts';
import type { PgBoss as Boss } from 'pg-boss';
import type { Consumer, Log } from '../bus.ts';
import { openDatabase, type Database } from './database.ts';
import { Leases } from './leases.ts';
import { createPublish } from './publish.ts';
import { createTables, EVERYONE, tablesOf, type Tables } from './schema.ts';

const TICK_MS = 1000;
const PRUNE_EVERY_MS = 600_000;
const YEAR_SECONDS = 31_536_000;

/** Who works on a queue in this process. */
export interface Worker {
  consumer: Consumer;
  /** there may be something to do */
  nudge(): void;
  /** jobs in hand */
  holding(): string[];
  /** another process may work on the queue from now on */
  lost(): void;
}

/** What the buses of one process share for one database and namespace: pg-boss, its pool, the leases and one poll. */
export interface Hub {
  boss: Boss;
  database: Database;
  tables: Tables;
  publish(events: readonly FlorinEvent[]): Promise<void>;
  /** Declares the consumer and calls the worker from now on. */
  join(worker: Worker): Promise<void>;
  leave(worker: Worker): Promise<void>;
  nudge: (consumer: string) => void;
  mayWork(consumer: string): boolean;
  healthy(): boolean;
  close(): Promise<void>;
}

export async function openHub(url: string, namespace: string, logger: Log): Promise<Hub> {
  const tables = tablesOf(namespace);
  const database = openDatabase(url, `${namespace} bus`, logger);
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: database.db,
    schema: tables.schema,
    schedule: false,
    flowIntervalSeconds: 3600,
    persistWarnings: false,
  });
  boss.on('error', (error) => {
    logger.warn({ err: error }, 'pg-boss error');
  });
  try {
    await boss.start();
    database.hurry();
    await database.transaction((client) => createTables(client, tables));
  } catch (error) {
    await database.close();
    throw error;
  }
  return startHub({ url, logger, tables, database, boss });
}

interface Parts {
  url: string;
  logger: Log;
  tables: Tables;
  database: Database;
  boss: Boss;
}

function startHub({ url, logger, tables, database, boss }: Parts): Hub {
  const workers = new Set<Worker>();
  const queued = (name: string): Worker[] =>
    [...workers].filter(({ consumer }) => consumer.name === name && consumer.broadcast !== true);

  const leases = new Leases({
    url,
    schema: tables.schema,
    name: 'florin bus leases',
    logger,
    gained: (name) =>
      putBack(
        { boss, database, tables },
        name,
        queued(name).flatMap((worker) => worker.holding()),
      ),
    lost: (name) => {
      for (const worker of queued(name)) worker.lost();
    },
  });

  const nudge = (name: string): void => {
    for (const worker of workers)
      if (name === EVERYONE ? worker.consumer.broadcast : worker.consumer.name === name) worker.nudge();
  };
  const poll = createPoll({ workers, leases, database, tables, logger, nudge });
  const publish = createPublish({ boss, database, tables, nudge });

  return {
    boss,
    database,
    tables,
    publish,
    nudge,
    mayWork: (name) => leases.holds(name),
    healthy: () => poll.healthy(),
    async join(worker) {
      await declare({ boss, database, tables }, worker.consumer);
      workers.add(worker);
      if (worker.consumer.broadcast !== true) leases.want(worker.consumer.name);
      await leases.tick();
      worker.nudge();
    },
    async leave(worker) {
      workers.delete(worker);
      const { name, broadcast } = worker.consumer;
      if (broadcast !== true && queued(name).length === 0) await leases.release(name);
    },
    async close() {
      await poll.stop();
      await leases.close();
      await boss.stop({ graceful: false, close: false });
      await database.close();
    },
  };
}

interface PollOptions {
  workers: Set<Worker>;
  leases: Leases;
  database: Database;
  tables: Tables;
  logger: Log;
  nudge: (consumer: string) => void;
}

/** Once a second, for all consumers together: takes free leases, and wakes the workers that have something to do. */
function createPoll({ workers, leases, database, tables, logger, nudge }: PollOptions) {
  let failing = false;
  let prunedAt = Date.now();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    await leases.tick();
    const mine = [...new Set([...workers].map((worker) => worker.consumer.name))].filter((name) => leases.holds(name));
    const ready = await database.query<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS list (name) WHERE EXISTS (
         SELECT FROM ${tables.job} j WHERE j.name = list.name AND j.state < 'active' AND j.start_after <= now())`,
      [mine],
    );
    for (const { name } of ready) nudge(name);
    nudge(EVERYONE);
    if (Date.now() - prunedAt < PRUNE_EVERY_MS) return;
    prunedAt = Date.now();
    await database.query(`DELETE FROM ${tables.broadcast} WHERE published_at < now() - interval '1 hour'`);
  }

  async function tick(): Promise<void> {
    try {
      await look();
      if (failing) logger.info({}, 'the bus reaches its database again');
      failing = false;
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'the bus does not reach its database, will try again');
      failing = true;
    }
    if (!stopped) timer = setTimeout(run, TICK_MS);
  }
  const run = (): void => {
    current = tick();
  };
  timer = setTimeout(run, TICK_MS);

  return {
    healthy: () => !failing && !stopped,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

type Store = Pick<Hub, 'boss' | 'database' | 'tables'>;

/** Creates the consumer's queue and makes its bindings what it asks for now. */
async function declare({ boss, database, tables }: Store, consumer: Consumer): Promise<void> {
  const name = consumer.broadcast === true ? EVERYONE : consumer.name;
  if (consumer.broadcast !== true)
    await boss.createQueue(name, {
      policy: 'key_strict_fifo',
      // We count attempts and bury ourselves: a job that pg-boss fails would block its key for ever.
      retryLimit: 1_000_000,
      retryDelay: 0,
      retentionSeconds: YEAR_SECONDS,
      expireInSeconds: 43_200,
    });
  await database.transaction(async (client) => {
    if (name !== EVERYONE)
      await client.query(`DELETE FROM ${tables.binding} WHERE consumer = $1 AND type <> ALL($2)`, [
        name,
        consumer.types,
      ]);
    await client.query(
      `INSERT INTO ${tables.binding} (consumer, type) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
      [name, consumer.types],
    );
  });
}

/** Makes jobs that a dead process had in hand ready again; `ours` are still worked on here. */
async function putBack({ boss, database, tables }: Store, name: string, ours: string[]): Promise<void> {
  const left = await database.query<{ id: string }>(
    `SELECT id FROM ${tables.job} WHERE name = $1 AND state = 'active' AND id <> ALL($2::uuid[])`,
    [name, ours],
  );
  if (left.length > 0)
    await boss.fail(
      name,
      left.map(({ id }) => id),
      { reason: 'its process went away' },
    );
}
