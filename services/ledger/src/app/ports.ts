import type { EventData, EventType } from '@florin/contracts';
import type { Account, AccountKind, AccountStatus, Limits, SystemName } from '../domain/posting/account.ts';
import type { Block, SealedRow } from '../domain/block.ts';
import type { Funding, FundingDirection, FundingResult } from '../domain/funding.ts';
import type { Quote, Rate } from '../domain/exchange.ts';
import type { Hold } from '../domain/hold.ts';
import type { Occurrence, Schedule } from '../domain/schedule.ts';
import type { PaymentRequest, RequestStatus } from '../domain/payment-request.ts';
import type { PointLot, PointUse } from '../domain/points.ts';
import type { IdempotencyKey, Leg, Outcome, Posting, Transfer, TransferKind } from '../domain/posting/posting.ts';

/** Postings that are decided one after the other; `atomic` ones post together or not at all. */
export interface Group {
  postings: readonly Posting[];
  atomic: boolean;
}

/** Posts groups in one database transaction. Answers one list of outcomes per group, in order. */
export type PostBatch = (groups: readonly Group[]) => Promise<Outcome[][]>;

/** A database transaction of a use case that changes more than balances. */
export interface Tx {
  /** the instant of the transaction by the injected clock */
  now: Date;
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Posts all or throws the first refusal. Lock every other row of the transaction before. */
  post(...postings: Posting[]): Promise<Transfer[]>;
  /** Writes an event to the outbox. */
  emit<T extends EventType>(type: T, aggregateId: string, data: EventData<T>): Promise<void>;
}

export interface Transact {
  /**
   * Runs `work` in a transaction. It is tried again after conflicts and lost connections, so it must change nothing
   * outside, and see from its rows when it is done already.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The reply kept under a key, undefined when there is none. Asked first: what a request names may be gone by the time
   * it is repeated. Throws IDEMPOTENCY_MISMATCH.
   */
  replay<T>(key: IdempotencyKey | undefined): Promise<Once<T> | undefined>;
  /** `run`, once per key: a repeat answers the first reply (JSON, bigint and Date). What is refused is not kept. */
  once<T>(key: IdempotencyKey | undefined, work: (tx: Tx) => Promise<T>): Promise<Once<T>>;
}

export interface Once<T> {
  body: T;
  replayed: boolean;
}

/** An account as its owner sees it. */
export interface AccountDetails extends Account {
  reference: string;
  createdAt: Date;
}

export interface NewAccount {
  ownerId: string;
  currency: string;
  kind: Exclude<AccountKind, 'system'>;
  reference: string;
  creditLimit: bigint;
}

export interface AccountStore {
  /** Opens the account, or answers the one that is there under the same owner and name. */
  open(account: NewAccount): Promise<AccountDetails>;
  /** Opens all shards of a system account; answers their ids by shard. */
  openSystem(name: SystemName, currency: string): Promise<string[]>;
  /** Locks the account. Throws unless it could take the amount: ACCOUNT_FROZEN, CONFLICT (closed), LIMIT_EXCEEDED. */
  requireRoom(tx: Tx, id: string, amount: bigint): Promise<void>;
  byIds(ids: readonly string[]): Promise<AccountDetails[]>;
  /** Oldest first. */
  ofOwners(ownerIds: readonly string[]): Promise<AccountDetails[]>;
}

export interface TransferPage {
  /** only transfers older than this one */
  before: string | undefined;
  limit: number;
}

export interface TransferStore {
  byId(id: string): Promise<Transfer | undefined>;
  byIds(ids: readonly string[]): Promise<Transfer[]>;
  /** What was posted under a key; undefined when nothing was. Throws IDEMPOTENCY_MISMATCH. */
  postedUnder(key: IdempotencyKey): Promise<Transfer | undefined>;
  /** Uses keys up, so that nothing is posted under them any more; answers what was, by the key's id. */
  useUp(tx: Tx, keys: readonly IdempotencyKey[]): Promise<ReadonlyMap<string, Transfer>>;
  /** Transfers of all accounts of the owners, each once, newest first. */
  ofOwners(ownerIds: readonly string[], page: TransferPage): Promise<Transfer[]>;
  /** Every transfer, newest first. */
  all(page: TransferPage): Promise<Transfer[]>;
}

export interface ReturnStore {
  /** Locks the transfer against other returns; answers it, its entries and how much of it was returned before. */
  lock(tx: Tx, transferId: string): Promise<Returnable | undefined>;
  /** `amount` more was returned or, negative, less: a refund was itself reversed. */
  add(tx: Tx, transferId: string, amount: bigint): Promise<void>;
}

export interface Returnable {
  transfer: Transfer;
  legs: (Leg & { currency: string })[];
  returned: bigint;
  /** a withdrawal the provider has not answered yet: it may still fail and be given back */
  pending: boolean;
}

/** What the ledger asks of auth. */
export interface UserDirectory {
  /** The id of a user who is not gone (active, or frozen for a while) and has proven that address or number. */
  resolve(recipient: UserName): Promise<string | undefined>;
}

export type UserName = { userId: string } | { username: string } | { email: string } | { mobile: string };

export interface FundingStore {
  add(tx: Tx, funding: Funding): Promise<void>;
  lock(tx: Tx, id: string): Promise<Funding | undefined>;
  settle(tx: Tx, funding: Funding): Promise<void>;
  get(id: string): Promise<Funding | undefined>;
  find(id: string, ownerId: string, direction: FundingDirection): Promise<Funding | undefined>;
  /** Newest first. */
  list(query: {
    ownerId: string;
    direction: FundingDirection;
    before: string | undefined;
    limit: number;
  }): Promise<Funding[]>;
  /**
   * Pending ones made and last asked about before an instant, longest ago first; marks them as asked about `now`, so that
   * processes share the work and none is looked at twice before all were.
   */
  takePending(before: Date, now: Date, limit: number): Promise<Funding[]>;
}

/** Moves money outside. */
export interface FundingProvider {
  /** the ways it knows; the first is taken when nobody names one */
  methods: readonly [string, ...string[]];
  /**
   * Starts a funding, or tells how it stands when it was started before: asked again for one whose callback never came,
   * or whose start nobody lived to see. Its id is the provider's idempotency key.
   */
  start(funding: Funding): Promise<FundingResult>;
}

export interface PointStore {
  /** Locks the person's points; answers the lots with something left. */
  lock(tx: Tx, accountId: string): Promise<PointLot[]>;
  add(tx: Tx, accountId: string, lot: PointLot): Promise<void>;
  use(tx: Tx, uses: readonly PointUse[]): Promise<void>;
  ofAccount(accountId: string): Promise<PointLot[]>;
  /** Owners of lots that have lapsed and are still there. */
  withLapsed(now: Date, limit: number): Promise<string[]>;
}

/** An entry with what its transfer says. */
export interface EntryDetails {
  transferId: string;
  sequence: bigint;
  /** signed minor units */
  amount: bigint;
  balanceAfter: bigint;
  kind: TransferKind;
  note: string;
  reference: string | null;
  /** the other side's user, null for a system account and among one's own */
  counterpartyId: string | null;
  postedAt: Date;
}

export interface EntryStore {
  /** Newest first; those of transfers older than `before` when it is given. */
  ofAccount(accountId: string, page: { before: string | undefined; limit: number }): Promise<EntryDetails[]>;
  /** Sum of the entries posted up to the instant (its whole millisecond included). */
  balanceAt(accountId: string, at: Date): Promise<bigint>;
}

export interface HoldStore {
  /** Locks the account and holds the amount. Throws INSUFFICIENT_FUNDS, ACCOUNT_FROZEN, LIMIT_EXCEEDED. */
  reserve(tx: Tx, accountId: string, amount: bigint): Promise<void>;
  release(tx: Tx, hold: Hold): Promise<void>;
  add(tx: Tx, hold: Hold): Promise<void>;
  lock(tx: Tx, id: string): Promise<Hold | undefined>;
  end(tx: Tx, hold: Hold): Promise<void>;
  find(id: string): Promise<Hold | undefined>;
  /** Of which the user is a party, newest first. */
  list(userId: string, page: TransferPage): Promise<Hold[]>;
  /** Ids of pending ones whose time is over. */
  expired(now: Date, limit: number): Promise<string[]>;
}

export interface RequestQuery extends TransferPage {
  userId: string;
  direction: 'incoming' | 'outgoing';
  status: RequestStatus | undefined;
  splitId: string | undefined;
  now: Date;
}

export interface RequestStore {
  add(tx: Tx, request: PaymentRequest): Promise<void>;
  lock(tx: Tx, id: string): Promise<PaymentRequest | undefined>;
  save(tx: Tx, request: PaymentRequest): Promise<void>;
  find(id: string): Promise<PaymentRequest | undefined>;
  /** Newest first. */
  list(query: RequestQuery): Promise<PaymentRequest[]>;
  /** Marks those whose time is over; answers how many. */
  expire(now: Date, limit: number): Promise<number>;
}

export interface ScheduleStore {
  add(tx: Tx, schedule: Schedule): Promise<void>;
  lock(tx: Tx, id: string): Promise<Schedule | undefined>;
  /** Ends all that pay from or to an account. */
  cancelOfAccount(tx: Tx, accountId: string): Promise<void>;
  /** Locks one that is due and that nobody else works on, none of `except`. */
  lockDue(tx: Tx, now: Date, except: readonly string[]): Promise<Schedule | undefined>;
  save(tx: Tx, schedule: Schedule): Promise<void>;
  record(tx: Tx, scheduleId: string, occurrence: Occurrence): Promise<void>;
  find(id: string): Promise<Schedule | undefined>;
  /** Newest first. */
  list(ownerId: string, page: TransferPage): Promise<Schedule[]>;
  /** The latest ones, newest first. */
  occurrences(scheduleId: string): Promise<Occurrence[]>;
}

export interface QuoteStore {
  add(quote: Quote): Promise<void>;
  lock(tx: Tx, id: string): Promise<Quote | undefined>;
  use(tx: Tx, id: string, transferId: string): Promise<void>;
  find(id: string): Promise<Quote | undefined>;
}

/** Where rates come from. Throws INVALID_ARGUMENT for a currency it does not know. */
export interface RateProvider {
  rate(from: string, to: string): Promise<Rate>;
}

export interface IntegrityStore {
  lastBlock(): Promise<Block | null>;
  block(number: bigint): Promise<Block | null>;
  /** Transfers after one (null: from the first) up to another, oldest first. */
  rows(after: string | null, upTo: string, limit: number): Promise<SealedRow[]>;
  /** Up to where no transfer is missing or added any more; null while that is not known. */
  settledHorizon(): Promise<string | null>;
  /** Keeps out transfers up to here from now on, unless an earlier horizon is still to settle. Never goes back. */
  raiseHorizon(horizon: string): Promise<void>;
  /** False when somebody else sealed that number. */
  addBlock(block: Block, now: Date): Promise<boolean>;
  laws: readonly string[];
  /** What breaks a law; a few at most. */
  breaches(law: string): Promise<{ what: string; detail: string }[]>;
  /** How many transfers there are after one (null: in all), and when the first of them was posted. */
  unsealed(after: string | null): Promise<{ transfers: number; since: Date | null }>;
  totals(): Promise<{ currency: string; sum: bigint; accounts: number; negative: number }[]>;
}

export interface AdminStore {
  /** Locks the account and sets its status. Throws NOT_FOUND, CONFLICT when it is closed or, to close it, not empty. */
  setStatus(tx: Tx, accountId: string, status: AccountStatus): Promise<void>;
  setLimits(tx: Tx, accountId: string, limits: Partial<Limits> | null): Promise<void>;
  record(tx: Tx, action: AdminAction): Promise<void>;
}

/** What an admin did, kept for ever. */
export interface AdminAction {
  adminId: string;
  action: string;
  subjectId: string;
  reason: string;
}

/** What the ledger asks of users. */
export interface FriendDirectory {
  friendIds(userId: string): Promise<string[]>;
}
