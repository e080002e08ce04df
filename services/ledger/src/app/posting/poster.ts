import { FlorinError } from '@florin/errors';
import { currentTrace, type Trace } from '@florin/messaging';
import { currentContext, type Clock } from '@florin/service-kit';
import { accountsOf } from '../../domain/posting/decide-batch.ts';
import type { Outcome, Posting } from '../../domain/posting/posting.ts';
import { createBatchQueue, type Waiting } from './batch-queue.ts';
import type { PostBatch, Poster } from './ports.ts';

export interface PosterOptions {
  postBatch: PostBatch;
  /** the clock of this process, by which callers' deadlines are set */
  clock: Clock;
  /** batches under way at a time, each in a lane; all but the first lane take only batches of `crowd` postings or more */
  lanes?: number;
  crowd?: number;
  /** postings of a batch at most; a larger group is a batch of its own */
  maxBatch?: number;
  /** postings waiting at most; more are refused with UNAVAILABLE */
  maxWaiting?: number;
  /** called after each commit */
  onPosted?: () => void;
  /** called as a batch goes out, with how many postings it has and how long the first of them has waited */
  onBatch?: (postings: number, waitedMs: number) => void;
}

/** How long a posting may wait whose caller names no deadline. */
const MAX_WAIT_MS = 10_000;
/** Least time between small batches under load: a batch of ten costs the database little more than one of two. */
const SPACING_MS = 6;
/** What has come while a batch takes longer than this goes in another lane, however little it is. */
const LATE_MS = 10;

/**
 * Gathers postings while the batches before them commit. Idle, a posting goes at once; under load, batches grow until
 * each commit pays for hundreds. Nobody waits while holding a connection.
 */
export function createPoster(options: PosterOptions): Poster {
  const { clock, maxBatch = 500, maxWaiting = 20_000 } = options;
  const queue = createBatchQueue(maxBatch, clock);
  const pump = createPump(options, queue);

  const enqueue = (group: Waiting): void => {
    if (queue.isCrowded(group.accounts)) {
      group.reject(tooMany('Too many transfers are waiting for one of the accounts'));
      return;
    }
    queue.add(group);
    pump.soon();
  };
  return {
    post: (postings, { atomic = false } = {}) => {
      if (postings.length === 0) return Promise.resolve([]);
      if (queue.size() + postings.length > maxWaiting) return Promise.reject(tooMany('Too many transfers are waiting'));
      const until = currentContext()?.deadline ?? clock().getTime() + MAX_WAIT_MS;
      // taken here, for a batch carries the postings of many requests
      const caller = { until, trace: currentTrace(), since: performance.now() };
      return atomic || postings.length === 1 ? together(postings, caller, enqueue) : each(postings, caller, enqueue);
    },
    drain: pump.drain,
  };
}

function tooMany(message: string): FlorinError {
  return new FlorinError('UNAVAILABLE', message, { retryAfterSeconds: 1 });
}

type Queue = ReturnType<typeof createBatchQueue>;

/** Keeps the lanes busy with what waits. */
function createPump(options: PosterOptions, queue: Queue) {
  const { postBatch, lanes = 4, crowd = 100, onPosted, onBatch } = options;
  let busy = 0;
  let planned = false;
  let timer: NodeJS.Timeout | undefined;
  let last = { groups: 0, startedAt: 0 };
  let onIdle: (() => void)[] = [];
  const isIdle = () => busy === 0 && queue.size() === 0;

  /** Milliseconds to wait for company: none unless the last batch had some, for then more is on its way. */
  const pause = (): number =>
    busy > 0 || last.groups < 2 || queue.size() >= crowd ? 0 : last.startedAt + SPACING_MS - performance.now();

  /** Milliseconds until the last batch is late and another lane opens for whatever is free to go. */
  const lateIn = (): number => (busy === 0 ? 0 : Math.max(0, last.startedAt + LATE_MS - performance.now()));
  const later = (ms: number): void => {
    planned = true;
    timer = setTimeout(run, ms);
  };

  const run = (): void => {
    planned = false;
    clearTimeout(timer);
    const ms = queue.size() > 0 ? pause() : 0;
    if (ms > 0) {
      later(ms);
      return;
    }
    // few and large batches cost least; more at a time pay when there is enough for each, or one is late
    let wait = lateIn();
    for (; busy < lanes && queue.size() > 0; wait = lateIn()) {
      const batch = queue.take(wait === 0 ? 1 : crowd);
      if (batch.length === 0) break;
      busy += 1;
      last = { groups: batch.length, startedAt: performance.now() };
      onBatch?.(sizeOf(batch), last.startedAt - (batch[0]?.since ?? last.startedAt));
      void runBatch(postBatch, batch, queue.release).then(() => {
        busy -= 1;
        onPosted?.();
        if (isIdle()) onIdle.splice(0).forEach((resolve) => resolve());
        run();
      });
    }
    // without a wait, all that is left needs an account of a batch under way, whose end comes by here
    if (wait > 0 && busy < lanes && queue.size() > 0) later(wait);
  };

  return {
    /** Requests that arrive in the same turn of the event loop share a batch. */
    soon: () => {
      if (planned) return;
      planned = true;
      setImmediate(run);
    },
    drain: (): Promise<void> =>
      isIdle()
        ? Promise.resolve()
        : new Promise((resolve) => {
            onIdle = [...onIdle, resolve];
          }),
  };
}

const sizeOf = (batch: readonly Waiting[]): number => batch.reduce((sum, { postings }) => sum + postings.length, 0);

type Enqueue = (group: Waiting) => void;

interface Caller {
  /** epoch milliseconds after which it does not wait for the outcome any more */
  until: number;
  trace: Trace | undefined;
  /** `performance.now()` when it asked */
  since: number;
}

function together(postings: readonly Posting[], caller: Caller, enqueue: Enqueue): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const accounts = [...new Set(postings.flatMap(accountsOf))];
    enqueue({ postings, atomic: true, accounts, ...caller, resolve, reject });
  });
}

/** Postings that stand alone go each in whatever batch is free for it. When some are lost, the others are still tried. */
function each(postings: readonly Posting[], caller: Caller, enqueue: Enqueue): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const outcomes: Outcome[] = [];
    let open = postings.length;
    let failure: Error | undefined;
    const settled = (): void => {
      open -= 1;
      if (open > 0) return;
      if (failure) reject(failure);
      else resolve(outcomes);
    };
    postings.forEach((posting, index) => {
      enqueue({
        postings: [posting],
        atomic: false,
        accounts: accountsOf(posting),
        ...caller,
        resolve: ([outcome]) => {
          if (outcome) outcomes[index] = outcome;
          settled();
        },
        reject: (error) => {
          failure ??= error instanceof Error ? error : new Error('not posted', { cause: error });
          settled();
        },
      });
    });
  });
}

/**
 * A batch that fails as a whole is tried again in halves, so that the one at fault fails alone; each half frees its
 * accounts when it is done.
 */
async function runBatch(postBatch: PostBatch, groups: Waiting[], release: (groups: Waiting[]) => void): Promise<void> {
  try {
    const outcomes = await postBatch(groups);
    groups.forEach((group, index) => {
      group.resolve(outcomes[index] ?? []);
    });
    release(groups);
  } catch (error) {
    if (groups.length === 1 || (error instanceof FlorinError && error.code === 'UNAVAILABLE')) {
      groups.forEach((group) => {
        group.reject(error);
      });
      release(groups);
      return;
    }
    const middle = groups.length >> 1;
    await runBatch(postBatch, groups.slice(0, middle), release);
    await runBatch(postBatch, groups.slice(middle), release);
  }
}
