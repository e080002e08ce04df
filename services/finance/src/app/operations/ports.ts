import type { Action, Operation, OperationResult, Refusal } from '../../domain/ledger/operation.ts';
import type { Deps } from '../index.ts';

/** What carrying out an operation needs. */
export type OperationNeeds = Pick<
  Deps,
  'stores' | 'transact' | 'known' | 'ledger' | 'outage' | 'preferences' | 'clock' | 'newId' | 'nudge'
>;

/** `action`: what is kept of what it did. */
export type Ended = { result: OperationResult; action?: Action | undefined } | { error: Refusal };
export type Outcome = Ended & { id: string };

export interface OperationStore {
  /** False when it is there already. */
  insert(operation: Operation): Promise<boolean>;
  /** Those that were not there yet, by id. */
  insertAll(operations: readonly Operation[]): Promise<Set<string>>;
  /** By id, locked in order of id. */
  lockStatuses(ids: readonly string[]): Promise<Map<string, Operation['status']>>;
  /** `finish` of many, each with an outcome. */
  finishAll(outcomes: readonly Outcome[]): Promise<void>;
  /** In no order. */
  byIds(ids: readonly string[]): Promise<Operation[]>;
  find(id: string, lock?: 'update'): Promise<Operation | undefined>;
  /** Without what it does, which may be a thousand postings. */
  status(id: string, lock?: 'update'): Promise<Operation['status'] | undefined>;
  pendingOfWallet(ownerId: string, walletId: string): Promise<Operation[]>;
  setAction(id: string, action: Action): Promise<void>;
  finish(id: string, outcome: Ended): Promise<void>;
  /** Takes over a pending one that is due; false when it is not. */
  claim(id: string, now: Date): Promise<boolean>;
  /** Lets a pending one be claimed from `at` on, unless it was to wait longer anyway. */
  release(id: string, at: Date): Promise<void>;
  /** Makes all that wait after a failed attempt due at `now`. */
  wakeAll(now: Date): Promise<void>;
  /** Claims pending ones that are due, oldest first. */
  claimDue(now: Date, limit: number): Promise<Operation[]>;
}
