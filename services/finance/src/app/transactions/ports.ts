import type { Found, Query } from '../../domain/query.ts';
import type { CategorySum } from '../../domain/summary.ts';
import type { Interval } from '../../domain/time/calendar.ts';
import type { Transaction, TransactionType } from '../../domain/transaction.ts';
import type { Slice } from '../ports.ts';

export interface TransactionFilter {
  walletId?: string | undefined;
  categoryId?: string | undefined;
  type?: TransactionType | undefined;
  from?: Date | undefined;
  /** exclusive */
  before?: Date | undefined;
  search?: string | undefined;
}

/** Narrower than a query's own filters. */
export interface TransactionScope {
  adjustments: boolean;
  walletId?: string;
  interval?: Interval;
}

export interface TransactionStore {
  /** Leaves out rows of a transfer and wallet that are there; returns those written. */
  insert(rows: readonly Transaction[]): Promise<Transaction[]>;
  /** Posted rows only. */
  find(ownerId: string, id: string): Promise<Transaction | undefined>;
  list(ownerId: string, filter: TransactionFilter, slice: Slice): Promise<Transaction[]>;
  /** A page by number, with the count of all that match. Throws INVALID_ARGUMENT for an unknown field. */
  query(ownerId: string, query: Query, scope: TransactionScope): Promise<Found<Transaction>>;
  /** Currency of the last posted row of a category. */
  lastCurrency(categoryId: string): Promise<string | undefined>;
  /** Whether any row stands for the transfer. */
  hasTransfer(transferId: string): Promise<boolean>;
  /** All of a transfer, locked in order of id. */
  lockByTransfer(transferId: string): Promise<Transaction[]>;
  byOperation(operationId: string): Promise<Transaction[]>;
  update(
    ids: readonly string[],
    changes: Partial<
      Pick<
        Transaction,
        'amount' | 'description' | 'occurredAt' | 'categoryId' | 'status' | 'transferId' | 'operationId'
      >
    >,
    now: Date,
  ): Promise<Transaction[]>;
  sumsByCategory(ownerId: string, interval: Interval, walletId?: string): Promise<CategorySum[]>;
}
