import type { Day } from '@florin/calendar';
import type { Goal } from '../../domain/goals/goal.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Slice } from '../ports.ts';

export interface GoalFilter {
  status?: Goal['status'] | undefined;
}

export interface GoalStore {
  insert(goal: Goal): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Goal | undefined>;
  /** Oldest first. */
  list(ownerId: string, filter: GoalFilter, slice: Slice): Promise<Goal[]>;
  /** Of those that are not closed. */
  count(ownerId: string): Promise<number>;
  update(
    id: string,
    changes: Partial<Pick<Goal, 'name' | 'description' | 'target' | 'targetDate' | 'status'>>,
    now: Date,
  ): Promise<Goal>;
  /** Closes those whose wallet is archived: nothing comes to them any more. */
  closeArchived(ownerId: string, now: Date): Promise<void>;
  /** The wallets that hold the money of goals, which are in no list of wallets. */
  wallets(ownerId: string, goals: readonly Goal[], lock?: 'update'): Promise<Wallet[]>;
  /** What came to each wallet less what went since a day. */
  moved(ownerId: string, walletIds: readonly string[], since: Day): Promise<Map<string, bigint>>;
}
