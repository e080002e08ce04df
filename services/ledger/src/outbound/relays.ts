import type { Pool } from 'pg';
import { createPostgresRelay, type Bus, type Relay } from '@florin/messaging';
import type { Logger } from '@florin/service-kit';
import { unpackEvents } from './postgres/engine/transfer-events.ts';

/** Events of commits in so short a time go out together: a look at the outbox costs several round trips. */
const GATHER_MS = 25;

export interface Relays {
  start: () => void;
  stop: () => Promise<unknown>;
  /** a batch of postings was committed */
  nudgeBatches: () => void;
  /** anything was committed */
  nudge: () => void;
  /** rows of events committed and not yet published */
  backlog: () => Promise<number>;
  /** when the oldest of them happened */
  oldest: () => Promise<Date | undefined>;
}

/** One relay for the events of batches, one for all others. */
export function createRelays(pool: Pool, bus: Bus, logger: Logger): Relays {
  const options = { pool, bus, logger };
  const batches = createPostgresRelay({ ...options, table: 'posted_events', read: unpackEvents, batchSize: 100 });
  const others = createPostgresRelay(options);
  const nudgeBatches = soon(batches);
  const nudgeOthers = soon(others);
  return {
    start: () => {
      batches.start();
      others.start();
    },
    stop: () => Promise.all([batches.stop(), others.stop()]),
    backlog: async () => (await batches.backlog()) + (await others.backlog()),
    oldest: async () => {
      const found = await Promise.all([batches.oldest(), others.oldest()]);
      return found.filter((at) => at !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
    },
    nudgeBatches,
    nudge: () => {
      nudgeBatches();
      nudgeOthers();
    },
  };
}

function soon(relay: Relay): () => void {
  let planned: NodeJS.Timeout | undefined;
  return () => {
    planned ??= setTimeout(() => {
      planned = undefined;
      relay.nudge();
    }, GATHER_MS).unref();
  };
}
