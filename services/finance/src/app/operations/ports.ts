import type { Action, Operation, OperationResult, Refusal } from '../../domain/ledger/operation.ts';
import type { Deps } from '../index.ts';

/** What carrying out an operation needs. */
export type OperationNeeds = Pick<
  Deps,
  'stores' | 'transact' | 'known' | 'ledger' | 'outage' | 'preferences' | 'clock' | 'newId' | 'nudge'
>;

export interface OperationStore {
  /** False when it is there already. */
  insert(operation: Operation): Promise<boolean>;
  find(id: string, lock?: 'update'): Promise<Operation | undefined>;
  /** Without what it does, which may be a thousand postings. */
  status(id: string, lock?: 'update'): Promise<Operation['status'] | undefined>;
  pendingOfWallet(ownerId: string, walletId: string): Promise<Operation[]>;
  setAction(id: string, action: Action): Promise<void>;
  /** `action`: what is kept of what it did */
  finish(
    id: string,
    outcome: { result: OperationResult; action?: Action | undefined } | { error: Refusal },
  ): Promise<void>;
  /** Takes over a pending one that is due; false when it is not. */
  claim(id: string, now: Date): Promise<boolean>;
  /** Lets a pending one be claimed from `at` on, unless it was to wait longer anyway. */
  release(id: string, at: Date): Promise<void>;
  /** Makes all that wait after a failed attempt due at `now`. */
  wakeAll(now: Date): Promise<void>;
  /** Claims pending ones that are due, oldest first. */
  claimDue(now: Date, limit: number): Promise<Operation[]>;
}
