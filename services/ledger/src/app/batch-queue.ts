import type { Outcome } from '../domain/posting/posting.ts';
import type { Group } from './ports.ts';

/** Postings that wait to be posted, together when `atomic`. */
export interface Waiting extends Group {
  /** every account they touch */
  accounts: readonly string[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

export interface BatchQueue {
  add(group: Waiting): void;
  /** The next batch in order of arrival, without what must wait for an account; nothing when it is below `least`. */
  take(least: number): Waiting[];
  /** Frees the accounts of a batch that is done. */
  release(batch: readonly Waiting[]): void;
  /** postings that wait */
  size(): number;
}

/** How many waiting groups are looked through for a batch. */
const SCAN = 4_000;

/**
 * Makes batches that share no account with those under way, so that none waits for another's locks. Nobody overtakes on
 * an account: what must wait keeps its accounts for itself, so its postings are decided in the order they came.
 */
export function createBatchQueue(maxBatch: number): BatchQueue {
  const locked = new Set<string>();
  let waiting: Waiting[] = [];
  let size = 0;

  const take = (least: number): Waiting[] => {
    if (size < least) return [];
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
    if (count < least) return [];
    for (const group of batch) for (const account of group.accounts) locked.add(account);
    waiting = [...passed, ...waiting.slice(seen)];
    size -= count;
    return batch;
  };

  return {
    add: (group) => {
      waiting.push(group);
      size += group.postings.length;
    },
    take,
    release: (batch) => {
      for (const group of batch) for (const account of group.accounts) locked.delete(account);
    },
    size: () => size,
  };
}

function isFree(accounts: readonly string[], taken: ReadonlySet<string>): boolean {
  for (const account of accounts) if (taken.has(account)) return false;
  return true;
}
