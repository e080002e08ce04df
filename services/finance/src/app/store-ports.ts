import type { FlorinEvent } from '@florin/contracts';
import type { Budget } from '../domain/budget.ts';
import type { Interval } from '../domain/time/calendar.ts';
import type { Category, CategoryType } from '../domain/category.ts';
import type { Action, Operation, OperationResult } from '../domain/ledger/operation.ts';
import type { Found, Query } from '../domain/query.ts';
import type { CategorySum } from '../domain/summary.ts';
import type { Transaction, TransactionType } from '../domain/transaction.ts';
import type { Wallet } from '../domain/wallet.ts';

/** How a list is cut: by cursor of the last row seen. `limit` rows and one more are answered, to tell whether there are more. */
export interface Slice {
  limit: number;
  after?: [time: string, id: string] | undefined;
}

interface OwnerStore {
  /** True the first time. */
  markSeeded(ownerId: string, now: Date): Promise<boolean>;
}

export interface WalletStore {
  /** False when the owner has a main wallet and this is another. */
  insert(wallet: Wallet): Promise<boolean>;
  find(ownerId: string, id: string, lock?: 'share' | 'update'): Promise<Wallet | undefined>;
  findMain(ownerId: string): Promise<Wallet | undefined>;
  byAccounts(accountIds: readonly string[]): Promise<Wallet[]>;
  /** Archived ones too. */
  byIds(ids: readonly string[]): Promise<Wallet[]>;
  /** Of the wallets the person opened, the last; else the main one. */
  newest(ownerId: string): Promise<Wallet | undefined>;
  /** Open ones (and those being deleted), oldest first. */
  list(ownerId: string, slice: Slice): Promise<Wallet[]>;
  count(ownerId: string): Promise<number>;
  update(
    id: string,
    changes: Partial<Pick<Wallet, 'name' | 'type' | 'description' | 'status' | 'accountId'>>,
    now: Date,
  ): Promise<Wallet>;
}

export interface CategoryFilter {
  type?: CategoryType | undefined;
  search?: string | undefined;
}

export interface CategoryStore {
  insert(categories: readonly Category[]): Promise<void>;
  /** Not the archived ones, unless asked. */
  find(
    ownerId: string,
    id: string,
    options?: { archived?: boolean; lock?: 'share' | 'update' },
  ): Promise<Category | undefined>;
  /** Archived ones too. */
  byIds(ids: readonly string[]): Promise<Category[]>;
  bySlugs(pairs: readonly { ownerId: string; slug: string }[]): Promise<Category[]>;
  list(ownerId: string, filter: CategoryFilter, slice: Slice): Promise<Category[]>;
  count(ownerId: string): Promise<number>;
  update(
    id: string,
    changes: Partial<Pick<Category, 'name' | 'icon' | 'type' | 'archived'>>,
    now: Date,
  ): Promise<Category>;
  /** Whether any transaction, in whatever state, is filed under it. */
  isUsed(id: string): Promise<boolean>;
}

export interface TransactionFilter {
  walletId?: string | undefined;
  categoryId?: string | undefined;
  type?: TransactionType | undefined;
  from?: Date | undefined;
  /** exclusive */
  before?: Date | undefined;
  search?: string | undefined;
}

export interface TransactionStore {
  /** Leaves out rows of a transfer and wallet that are there; answers those written. */
  insert(rows: readonly Transaction[]): Promise<Transaction[]>;
  /** Posted rows only. */
  find(ownerId: string, id: string): Promise<Transaction | undefined>;
  list(ownerId: string, filter: TransactionFilter, slice: Slice): Promise<Transaction[]>;
  /** A page by number, with the count of all that match. Throws INVALID_ARGUMENT for an unknown field. */
  query(
    ownerId: string,
    query: Query,
    scope: { adjustments: boolean; walletId?: string; interval?: Interval },
  ): Promise<Found<Transaction>>;
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

export interface OperationStore {
  insert(operation: Operation): Promise<void>;
  find(id: string, lock?: 'update'): Promise<Operation | undefined>;
  pendingOfWallet(ownerId: string, walletId: string): Promise<Operation[]>;
  setAction(id: string, action: Action): Promise<void>;
  finish(
    id: string,
    outcome: { result: OperationResult } | { error: { code: string; message: string } },
  ): Promise<Operation>;
  /** Whether one of the people's operations made the transfer, though no row may stand for it any more. */
  made(ownerIds: readonly string[], transferId: string): Promise<boolean>;
  /** Takes over a pending one that is due; false when it is not. */
  claim(id: string, now: Date): Promise<boolean>;
  /** Lets a pending one be claimed from `at` on, unless it was to wait longer anyway. */
  release(id: string, at: Date): Promise<void>;
  /** Claims pending ones that are due, oldest first. */
  claimDue(now: Date, limit: number): Promise<Operation[]>;
}

export interface BudgetSpan {
  budgetId: string;
  categoryId: string;
  currency: string;
  interval: Interval;
}

export interface BudgetStore {
  insert(budget: Budget): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Budget | undefined>;
  list(ownerId: string, filter: { categoryId?: string | undefined }, slice: Slice): Promise<Budget[]>;
  count(ownerId: string): Promise<number>;
  /** Budgets on the categories, locked in order of id. */
  lockByCategories(categoryIds: readonly string[]): Promise<Budget[]>;
  update(
    id: string,
    changes: Partial<
      Pick<Budget, 'amount' | 'periodStart' | 'periodEnd' | 'description' | 'categoryId' | 'alertedPercent'>
    >,
    now: Date,
  ): Promise<Budget>;
  remove(id: string): Promise<void>;
  /** What was spent in each, by budget id: rows of the category's own type, in the budget's currency. */
  spent(spans: readonly BudgetSpan[]): Promise<Map<string, bigint>>;
}

export interface Stores {
  owners: OwnerStore;
  wallets: WalletStore;
  categories: CategoryStore;
  transactions: TransactionStore;
  operations: OperationStore;
  budgets: BudgetStore;
  appendEvents(events: readonly FlorinEvent[]): Promise<void>;
}
