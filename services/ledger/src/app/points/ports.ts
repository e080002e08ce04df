import type { PointLot, PointUse } from '../../domain/points.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Tx } from '../ports.ts';

export interface PointStore {
  /** Locks the person's points; returns the lots with something left. */
  lock(tx: Tx, accountId: string): Promise<PointLot[]>;
  add(tx: Tx, accountId: string, lot: PointLot): Promise<void>;
  use(tx: Tx, uses: readonly PointUse[]): Promise<void>;
  ofAccount(accountId: string): Promise<PointLot[]>;
  /** Owners of lots that have lapsed and are still there. */
  withLapsed(now: Date, limit: number): Promise<string[]>;
}

/** The transfer that moved points, and what the person has after it. */
export interface PointsChange {
  transfer: Transfer;
  balance: bigint;
}
