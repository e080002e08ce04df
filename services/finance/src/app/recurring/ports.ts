import type { Category } from '../../domain/category.ts';
import type { HistoryGroup } from '../../domain/recurring/candidate.ts';
import type { Occurrence, PauseReason, Recurring } from '../../domain/recurring/recurring.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Slice } from '../ports.ts';

export interface RecurringFilter {
  status?: Recurring['status'] | undefined;
  walletId?: string | undefined;
}

/** Wallets and categories by id. */
export interface Targets {
  wallets: ReadonlyMap<string, Wallet>;
  categories: ReadonlyMap<string, Category>;
}

/** An occurrence whose operation was refused. */
export interface Refused {
  occurrence: Occurrence;
  recurring: Recurring;
  refusal: { code: string; message: string };
  /** how many occurrences the operation was to post */
  together: number;
}

export interface RecurringStore {
  insert(recurring: Recurring): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Recurring | undefined>;
  /** Oldest first. */
  list(ownerId: string, filter: RecurringFilter, slice: Slice): Promise<Recurring[]>;
  /** Active ones whose next occurrence is due until then. */
  dueUntil(ownerId: string, until: Date): Promise<Recurring[]>;
  count(ownerId: string): Promise<number>;
  save(all: readonly Recurring[], now: Date): Promise<void>;
  remove(ownerId: string, id: string): Promise<void>;
  /** Stops those that are active for another reason than their owner's wish. */
  pause(
    ownerId: string,
    of: { walletId: string } | { categoryId: string } | null,
    reason: PauseReason,
    now: Date,
  ): Promise<void>;
  /** Everybody's that are due, locked, those that nobody else holds, the longest due first. */
  lockDue(now: Date, limit: number): Promise<Recurring[]>;
  /** What they move money of, locked against deletion. */
  lockTargets(all: readonly Recurring[]): Promise<Targets>;
  record(occurrences: readonly Occurrence[]): Promise<void>;
  occurrence(ownerId: string, id: string, number: number): Promise<Occurrence | undefined>;
  /** Newest first, at most 100. */
  occurrences(ownerId: string, id: string): Promise<Occurrence[]>;
  /** Notes everybody's whose operation has posted them. */
  settlePosted(): Promise<void>;
  /** Locks everybody's whose operation was refused. */
  lockRefused(limit: number): Promise<Refused[]>;
  /** Rows of the last days that look alike, by what is said about them or who is on the other side. */
  history(ownerId: string, since: string): Promise<HistoryGroup[]>;
}
