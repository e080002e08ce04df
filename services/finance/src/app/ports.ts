import type { FlorinEvent } from '@florin/contracts';
import type { AttachmentStore } from './attachments/ports.ts';
import type { BudgetStore } from './budgets/ports.ts';
import type { BulkStore } from './bulks/ports.ts';
import type { CategoryStore } from './categories/ports.ts';
import type { ExportStore } from './exports/ports.ts';
import type { GoalStore } from './goals/ports.ts';
import type { InsightStore } from './insights/ports.ts';
import type { ImportRowStore, ImportStore } from './imports/ports.ts';
import type { MemberStore } from './members/ports.ts';
import type { OperationStore } from './operations/ports.ts';
import type { OwnerStore } from './owners/ports.ts';
import type { TagStore } from './tags/ports.ts';
import type { RecurringStore } from './recurring/ports.ts';
import type { RestoreStore } from './restores/ports.ts';
import type { RuleStore } from './rules/ports.ts';
import type { TransactionStore } from './transactions/ports.ts';
import type { WalletStore } from './wallets/ports.ts';

/** The service's own data. */
export interface Stores {
  owners: OwnerStore;
  wallets: WalletStore;
  categories: CategoryStore;
  tags: TagStore;
  transactions: TransactionStore;
  operations: OperationStore;
  attachments: AttachmentStore;
  members: MemberStore;
  budgets: BudgetStore;
  exports: ExportStore;
  bulks: BulkStore;
  goals: GoalStore;
  insights: InsightStore;
  rules: RuleStore;
  imports: ImportStore;
  importRows: ImportRowStore;
  recurring: RecurringStore;
  restored: RestoreStore;
}

/** The stores inside one transaction. Events appended are published after its commit. */
export interface Tx extends Stores {
  appendEvents(events: readonly FlorinEvent[]): Promise<void>;
}

/** What a request with an Idempotency-Key returns: `replayed` when an earlier request of the key had this result. */
export interface Once<T> {
  body: T;
  replayed: boolean;
}

/**
 * An order about a person's things with the client's Idempotency-Key; without a key every request is a new one. `actorId`: who
 * gives it, and whose key it is, when that is a member of a shared wallet and not the owner.
 */
export type Keyed<Order> = Order & { ownerId: string; actorId?: string | undefined; key?: string | undefined };

export interface Foreseen {
  scope: string;
  key: string | undefined;
  request: unknown;
  /** the result, also of its repeats */
  reply: string;
}

export interface Transactions {
  /** Runs `work` in one transaction: all or nothing. */
  transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Runs `effect` in a transaction once per scope and key; a repeat gets the first result. Throws IDEMPOTENCY_MISMATCH
   * when the key came with another request.
   */
  once<T>(
    request: { scope: string; key: string | undefined; request: unknown },
    effect: (tx: Tx) => Promise<T>,
  ): Promise<Once<T>>;
  /**
   * `once` for requests of many people in one transaction, of which no two have one scope and key; their results are known
   * beforehand. `effect` gets those that are new, and tells which it refuses and why: nothing of them may be written, and their
   * keys are free again. Answers in the order of the requests; a refusal is an answer.
   */
  onceEach: <Request extends Foreseen>(
    requests: readonly Request[],
    effect: (tx: Tx, fresh: readonly Request[]) => Promise<ReadonlyMap<Request, Error>>,
  ) => Promise<(Once<string> | Error)[]>;
  /** Deletes keys of `once` that are older, at most `limit`; returns how many. */
  forgetKeysBefore(time: Date, limit: number): Promise<number>;
  /** Runs `effect` in a transaction once per event of a consumer. */
  oncePerEvent(consumer: string, event: Pick<FlorinEvent, 'id'>, effect: (tx: Tx) => Promise<void>): Promise<void>;
}

/** A page of a list: after the last row seen. A store returns `limit` rows and one more, which tells that there are more. */
export interface Slice {
  limit: number;
  after?: readonly string[] | undefined;
}
