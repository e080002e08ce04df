import { parseEvent } from '@florin/contracts';
import type { BusStats, Consumer, Log } from '../bus.ts';
import { DRAIN_TIMEOUT_MS, reasonOf } from '../consuming/handling.ts';
import { AggregateQueues } from '../consuming/aggregate-queues.ts';
import type { Hub, Worker } from './hub.ts';

const BATCH = 200;
/** maximum of events in hand: reading pauses above it */
const IN_HAND = 1000;

interface BroadcastOptions {
  consumer: Consumer;
  hub: Hub;
  logger: Log;
  stats: BusStats;
}

/** Reads the broadcast log from now on; its place in it is kept in memory, so a cut connection loses nothing. */
export async function createBroadcastReader({ consumer, hub, logger, stats }: BroadcastOptions) {
  const { database, tables } = hub;
  const stopped = new AbortController();
  const queues = new AggregateQueues({ consumer, logger, stats, giveUp: () => Promise.resolve() });
  const [last] = await database.query<{ seq: string }>(`SELECT coalesce(max(seq), 0) AS seq FROM ${tables.broadcast}`);
  let cursor = last?.seq ?? '0';
  let reading: Promise<void> | undefined;
  let again = false;

  async function read(): Promise<void> {
    do {
      again = false;
      if (stopped.signal.aborted || queues.size() >= IN_HAND) return;
      const rows = await database.query<{ seq: string; event: { type?: unknown } }>(
        `SELECT seq, event FROM ${tables.broadcast} WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [cursor, BATCH],
      );
      for (const { seq, event } of rows) {
        cursor = seq;
        if ((consumer.types as readonly unknown[]).includes(event.type)) deliver(event);
      }
      if (rows.length === BATCH) again = true;
    } while (again);
  }

  function deliver(json: unknown): void {
    try {
      const event = parseEvent(json);
      queues.push({ event, earlier: 0, signal: stopped.signal, done: () => undefined });
    } catch (error) {
      logger.error({ consumer: consumer.name, reason: reasonOf(error) }, 'unreadable message');
    }
  }

  const worker: Worker & { stop(): Promise<void> } = {
    consumer,
    nudge() {
      again = true;
      reading ??= read()
        .catch((error: unknown) => {
          logger.warn({ err: error, consumer: consumer.name }, 'broadcast log not reached');
        })
        .finally(() => {
          reading = undefined;
        });
    },
    holding: () => [],
    lost: () => undefined,
    async stop() {
      await hub.leave(worker);
      await queues.drain(DRAIN_TIMEOUT_MS);
      stopped.abort(new Error('the bus stops'));
      await reading;
    },
  };
  return worker;
}
