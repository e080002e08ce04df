import type { Bus, Consumer } from '@florin/messaging';
import { createJob, type Clock, type Logger } from '@florin/service-kit';
import type { Revocation, Revocations } from './revocations.ts';

/** One page of the revocations since an instant, oldest first, as auth tells them. */
export type ListRevocations = (
  since: Date,
  cursor: string,
) => Promise<{ revocations: Revocation[]; nextCursor: string }>;

export interface RevocationFeedOptions {
  bus: Pick<Bus, 'subscribe' | 'healthy'>;
  list: ListRevocations;
  revocations: Revocations;
  clock: Clock;
  logger: Logger;
  /** how far back the first look goes: the longest life of a token */
  keepMs: number;
  /** time between looks; default 10 s, 500 ms while the bus is down or nothing was read yet */
  pollMs?: number;
}

export interface RevocationFeed {
  start(): void;
  stop(): Promise<void>;
  /** true once all that happened before this process was read from auth */
  loaded(): boolean;
}

const HURRY_MS = 500;
/** Rows committed late carry an older time: each look goes back this far again. */
const OVERLAP_MS = 60_000;
const MAX_PAGES = 10_000;

/**
 * Fills the set from two sides: the bus tells within milliseconds, and a look at auth on start and every few seconds
 * catches what was said while the bus or this process was down.
 */
export function createRevocationFeed(options: RevocationFeedOptions): RevocationFeed {
  const { bus, clock, logger, revocations, list, keepMs, pollMs = 10_000 } = options;
  bus.subscribe(consumerOf(revocations));
  let readUntil: number | undefined;
  const job = createJob(
    {
      name: 'ended sessions',
      everyMs: () => (bus.healthy() ? pollMs : HURRY_MS),
      atOnce: true,
      retry: { firstMs: HURRY_MS, maximumMs: HURRY_MS },
      run: async () => {
        const now = clock().getTime();
        const since = new Date(readUntil === undefined ? now - keepMs : readUntil - OVERLAP_MS);
        await readAll(list, since, (revocation) => {
          revocations.add(revocation);
        });
        readUntil = now;
      },
    },
    logger,
  );
  return {
    loaded: () => readUntil !== undefined,
    start: () => {
      job.start();
    },
    stop: () => job.stop(),
  };
}

async function readAll(list: ListRevocations, since: Date, add: (revocation: Revocation) => void): Promise<void> {
  let cursor = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { revocations, nextCursor } = await list(since, cursor);
    revocations.forEach(add);
    if (nextCursor === '') return;
    cursor = nextCursor;
  }
  throw new Error(`more than ${MAX_PAGES} pages of ended sessions`);
}

function consumerOf(revocations: Revocations): Consumer {
  return {
    name: 'gateway.revocations',
    broadcast: true,
    types: ['auth.session-revoked.v1', 'auth.sessions-revoked.v1', 'auth.user-terminated.v1'],
    handle: (event) => {
      const common = { sessionId: null, exceptSessionId: null };
      if (event.type === 'auth.session-revoked.v1') {
        const { userId, sessionId, revokedAt } = event.data;
        revocations.add({ ...common, userId, sessionId, revokedAt: new Date(revokedAt) });
      } else if (event.type === 'auth.sessions-revoked.v1') {
        const { userId, exceptSessionId, revokedAt } = event.data;
        revocations.add({ ...common, userId, exceptSessionId, revokedAt: new Date(revokedAt) });
      } else if (event.type === 'auth.user-terminated.v1') {
        const { userId, terminatedAt } = event.data;
        revocations.add({ ...common, userId, revokedAt: new Date(terminatedAt) });
      }
      return Promise.resolve();
    },
  };
}
