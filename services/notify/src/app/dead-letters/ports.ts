import type { DeadLetters } from '@florin/messaging';

/** The dead letters of every consumer of the bus. */
export type DeadLetterQueues = DeadLetters;

/** What an admin did to dead letters, kept for ever. */
export interface DeadLetterAction {
  id: string;
  adminId: string;
  action: 'replay' | 'discard';
  consumer: string;
  /** which were named; empty: all there were */
  letterIds: readonly string[];
  reason: string;
  /** how many were put back or deleted; null while it is under way, or after a crash on the way */
  done: number | null;
  at: Date;
}

export interface DeadLetterActionStore {
  begin(action: Omit<DeadLetterAction, 'done'>): Promise<void>;
  finish(id: string, done: number): Promise<void>;
  /** Newest first. */
  list(page: { before?: string | undefined; limit: number }): Promise<DeadLetterAction[]>;
}
