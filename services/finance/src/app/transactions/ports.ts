import type { Period } from '@florin/calendar';
import type { Found, Query } from '../../domain/query.ts';
import type { CategorySum } from '../../domain/summary.ts';
import type { Edge } from '../../domain/time/edge.ts';
import type { When } from '../../domain/time/occurrence.ts';
import type { Labels, Transaction, TransactionType } from '../../domain/transaction.ts';
import type { Slice } from '../ports.ts';

/** What rows must have: of each list any, of `allTags` every one. */
export interface TransactionFilter {
  walletId?: readonly string[] | undefined;
  /** also of a part, and those under them; null: rows without a category */
  categoryId?: readonly (string | null)[] | undefined;
  type?: readonly TransactionType[] | undefined;
  anyTags?: readonly string[] | undefined;
  allTags?: readonly string[] | undefined;
  /** minor units, both included */
  amountMin?: bigint | undefined;
  amountMax?: bigint | undefined;
  /** both included: days mean the rows' dates, instants their times */
  from?: Edge | undefined;
  to?: Edge | undefined;
  search?: string | undefined;
}

/** Narrower than a query's own filters. */
export interface TransactionScope {
  adjustments: boolean;
  walletId?: string;
  period?: Period;
}

export interface SumScope {
  walletId?: string | undefined;
  /** to convert to: sums of other currencies are by day */
  currency?: string | undefined;
}

export interface TransactionStore {
  /** Leaves out rows of a transfer and wallet that are there; returns those written. */
  insert(rows: readonly Transaction[]): Promise<Transaction[]>;
  /** Writes many rows in one statement. */
  insertAll(rows: readonly Transaction[]): Promise<void>;
  /** Posted rows only. */
  find(ownerId: string, id: string): Promise<Transaction | undefined>;
  /** Posted rows only, in one query. */
  byIds(ownerId: string, ids: readonly string[]): Promise<Transaction[]>;
  list(ownerId: string, filter: TransactionFilter, slice: Slice): Promise<Transaction[]>;
  /** A page by number, with the count of all that match. Throws INVALID_ARGUMENT for an unknown field. */
  query(ownerId: string, query: Query, scope: TransactionScope): Promise<Found<Transaction>>;
  /** Currency of the last posted row of a category. */
  lastCurrency(ownerId: string, categoryId: string): Promise<string | undefined>;
  /** Remembers transfers that no row stands for any more, since others took their place. */
  supersede(ownerId: string, transferIds: readonly string[]): Promise<void>;
  /** Whether the transfer is not the whole of a row: it was superseded, or the row's amount was corrected. */
  isOnePart(transferId: string): Promise<boolean>;
  /** Transfers that neither a row stands for nor an event told of that the consumer has handled. */
  unrecorded(consumer: string, transferIds: readonly string[]): Promise<string[]>;
  /** All of a transfer, locked in order of id. */
  lockByTransfer(transferId: string): Promise<Transaction[]>;
  /** The rows with all of the same transfers, whatever their status, locked in order of id. */
  lockTransfersOf(ownerId: string, ids: readonly string[]): Promise<Transaction[]>;
  /** Writes where rows are filed, how they move money and what became of them, in one statement. */
  rewrite(rows: readonly Transaction[], now: Date): Promise<void>;
  /** Notes which operation changes the rows, so that nothing else does. */
  setOperation(ids: readonly string[], operationId: string, now: Date): Promise<void>;
  byOperation(operationId: string): Promise<Transaction[]>;
  update(
    ids: readonly string[],
    changes: Partial<
      Pick<
        Transaction,
        | 'amount'
        | 'description'
        | keyof Labels
        | keyof When
        | 'categoryId'
        | 'walletId'
        | 'type'
        | 'direction'
        | 'corrected'
        | 'status'
        | 'transferId'
        | 'operationId'
      >
    >,
    now: Date,
  ): Promise<Transaction[]>;
  /** Of the people who have rows whose time zone is pending, some; at most `limit`. */
  ownersWithoutZone(limit: number): Promise<string[]>;
  /** Gives rows of the person that wait for the time zone their date in it, at most `limit`. */
  dateRows(ownerId: string, timeZone: string, limit: number): Promise<void>;
  /** What is still owed: debts taken less those paid back, by currency, up to a day included. */
  owed(ownerId: string, until: string, walletId?: string): Promise<{ currency: string; owed: bigint }[]>;
  /** Net of refunds: an income under an expense category lowers its sum, and the other way round. */
  sumsByCategory(ownerId: string, period: Period, which?: SumScope): Promise<CategorySum[]>;
}
