import { FlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { Outcome } from '../../domain/posting/posting.ts';
import type { Group } from './ports.ts';

/** Postings that wait to be posted, together when `atomic`. */
export interface Waiting extends Group {
  /** every account they touch */
  accounts: readonly string[];
  /** `performance.now()` when it was asked for */
  since: number;
  /** epoch milliseconds after which nobody waits for the outcome */
  until: number;
  resolve: (outcomes: Outcome[]) => void;
  reject: (error: unknown) => void;
}

export interface BatchQueue {
  add: (group: Waiting) => void;
  /** The next batch in order of arrival, without what must wait for an account; nothing when it has fewer postings than `minimum`. */
  take: (minimum: number) => Waiting[];
  /** Frees the accounts of a batch that is done. */
  release: (batch: readonly Waiting[]) => void;
  /** postings that wait */
  size: () => number;
  /** whether as many wait for one of the accounts as may */
  isCrowded: (accounts: readonly string[]) => boolean;
}

/** How many waiting groups are looked through for a batch. */
const SCAN = 4_000;
/** Groups that may wait for one account. Fewer than SCAN, so that behind them others are still seen. */
const MAX_PER_ACCOUNT = 3_000;

/**
 * Makes batches that share no account with those under way, so that none waits for another's locks. Nobody overtakes on
 * an account: what must wait keeps its accounts for itself, so its postings are decided in the order they came.
 */
export function createBatchQueue(maxBatch: number, clock: Clock): BatchQueue {
  const locked = new Set<string>();
  const crowds = createCrowds();
  let waiting: Waiting[] = [];
  let size = 0;

  const leave = (group: Waiting): void => {
    size -= group.postings.length;
    crowds.leave(group.accounts);
  };

  const dropLate = (): void => {
    const now = clock().getTime();
    if (!waiting.some(({ until }) => until < now)) return;
    const late = waiting.filter(({ until }) => until < now);
    waiting = waiting.filter(({ until }) => until >= now);
    late.forEach(leave);
    late.forEach(({ reject }) => reject(tooLate()));
  };

  const take = (minimum: number): Waiting[] => {
    dropLate();
    if (size < minimum) return [];
    const { batch, passed, seen, count } = choose(waiting, locked, maxBatch);
    if (count < minimum) return [];
    for (const group of batch) {
      leave(group);
      for (const account of group.accounts) locked.add(account);
    }
    waiting = [...passed, ...waiting.slice(seen)];
    return batch;
  };

  return {
    add: (group) => {
      waiting.push(group);
      size += group.postings.length;
      crowds.enter(group.accounts);
    },
    take,
    release: (batch) => {
      for (const group of batch) for (const account of group.accounts) locked.delete(account);
    },
    size: () => size,
    isCrowded: crowds.isCrowded,
  };
}

/** The first that need no account under way, nor one that somebody before them waits for. */
function choose(waiting: readonly Waiting[], locked: ReadonlySet<string>, maxBatch: number) {
  const batch: Waiting[] = [];
  const passed: Waiting[] = [];
  const reserved = new Set<string>();
  let count = 0;
  let seen = 0;
  for (; seen < waiting.length && seen < SCAN && count < maxBatch; seen += 1) {
    const group = waiting[seen] as Waiting;
    const { accounts, postings } = group;
    const fits = batch.length === 0 || count + postings.length <= maxBatch;
    if (fits && isFree(accounts, locked) && isFree(accounts, reserved)) {
      batch.push(group);
      count += postings.length;
    } else {
      for (const account of accounts) reserved.add(account);
      passed.push(group);
    }
  }
  return { batch, passed, seen, count };
}

/** For those whose callers have given up: nothing of them was sent, so nothing of them is in doubt. */
function tooLate(): FlorinError {
  return new FlorinError('UNAVAILABLE', 'It took too long: nothing was posted', { retryAfterSeconds: 1 });
}

/** How many groups wait for each account. */
function createCrowds() {
  const counts = new Map<string, number>();
  const add = (account: string, change: number): void => {
    const count = (counts.get(account) ?? 0) + change;
    if (count === 0) counts.delete(account);
    else counts.set(account, count);
  };
  return {
    enter: (accounts: readonly string[]): void => {
      for (const account of accounts) add(account, 1);
    },
    leave: (accounts: readonly string[]): void => {
      for (const account of accounts) add(account, -1);
    },
    isCrowded: (accounts: readonly string[]): boolean =>
      accounts.some((account) => (counts.get(account) ?? 0) >= MAX_PER_ACCOUNT),
  };
}

function isFree(accounts: readonly string[], taken: ReadonlySet<string>): boolean {
  for (const account of accounts) if (taken.has(account)) return false;
  return true;
}
