import type { EventData, EventType } from '@florin/contracts';
import type { IdempotencyKey, Posting, Transfer } from '../domain/posting/posting.ts';

/** A database transaction of a use case that changes more than balances. */
export interface Tx {
  /** the instant of the transaction by the injected clock */
  now: Date;
  /** Posts all, or throws the first refusal. Lock every other row of the transaction before. */
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
   * The reply kept under a key, undefined when there is none. Look here first: what a request names may be gone by the
   * time it is repeated. Throws IDEMPOTENCY_MISMATCH.
   */
  replay<T>(key: IdempotencyKey | undefined): Promise<Once<T> | undefined>;
  /** `run`, once per key: a repeat returns the first reply (JSON, bigint and Date). Refusals are not kept. */
  once<T>(key: IdempotencyKey | undefined, work: (tx: Tx) => Promise<T>): Promise<Once<T>>;
}

/** A reply, and whether it is the one of an earlier request with the same key. */
export interface Once<T> {
  body: T;
  replayed: boolean;
}

/** A change to something of the caller's, which `key` keeps from happening twice. */
export interface OwnChange {
  callerId: string;
  id: string;
  /** the caller's Idempotency-Key */
  key: string | undefined;
}

/** A page of a list that is ordered by id, newest first. */
export interface Page {
  /** only what is older than this id */
  before: string | undefined;
  limit: number;
}
