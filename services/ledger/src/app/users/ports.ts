import type { Tx } from '../ports.ts';

/** What of a person is still pending or active. */
export interface PendingCounts {
  holdsPlaced: number;
  holdsReceived: number;
  requestsToPay: number;
  requestsMade: number;
  /** active or paused */
  schedules: number;
  /** deposits and withdrawals under way */
  fundings: number;
}

/** What the ledger knows of a person besides the accounts. */
export interface UserStore {
  isFrozen(userId: string): Promise<boolean>;
  /** Notes whether a person is frozen since an instant; false when something later is known. */
  setFrozen(tx: Tx, change: { userId: string; frozen: boolean; at: Date }): Promise<boolean>;
  /** Freezes the person while their account is being closed; false when they are frozen already. */
  markClosing(tx: Tx, userId: string, at: Date): Promise<boolean>;
  /** Ends a closing that did not come about, or did: then the person stays frozen. False when there was none. */
  endClosing(tx: Tx, userId: string, closed: boolean): Promise<boolean>;
  /** Ids of people whose closing began before an instant and has not ended, at most so many. */
  closingsBefore(at: Date, limit: number): Promise<string[]>;
  countPending(userId: string, now: Date): Promise<PendingCounts>;
  /** Ids of pending holds the person placed or that are for the person, at most so many. */
  pendingHolds(userId: string, limit: number): Promise<string[]>;
  /** Pauses the active scheduled transfers that the person planned. */
  pausePlans(tx: Tx, userId: string): Promise<void>;
  /** Cancels the open payment requests and the scheduled transfers that the person is a party of. */
  cancelPlans(tx: Tx, userId: string): Promise<void>;
  /** Of those made before an instant the payment requests, and the scheduled transfers that the person planned. */
  cancelOwnPlans(tx: Tx, userId: string, madeBefore: Date): Promise<void>;
}
