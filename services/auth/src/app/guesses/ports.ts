import type { Db } from '../ports.ts';

/** Wrong guesses are counted per subject (an account, or an identifier nobody has) and caller. */
export interface GuessBudget {
  subject: string;
  /** a device or address that has signed in before, or `strangers` for everybody else */
  caller: string;
}

/** A key under which somebody may have signed in before, and the caller it then makes them. */
export interface OwnDevice {
  key: Buffer;
  caller: string;
}

export interface GuessStore {
  /** The budget of the first of these devices that this person has signed in with, else that of strangers; and its wait. */
  budgetOf(
    db: Db,
    asked: { userId: string; subject: string; own: readonly OwnDevice[] },
    now: Date,
  ): Promise<{ budget: GuessBudget; blockedUntil: Date | undefined }>;
  /** Until when this budget must wait, or undefined when it may guess. */
  blockedUntil(db: Db, budget: GuessBudget, now: Date): Promise<Date | undefined>;
  /** Counts a failure; after the free ones each makes the wait longer. */
  fail(db: Db, budget: GuessBudget, now: Date): Promise<void>;
  /** Forgets the failures, unless guesses made meanwhile have used the budget up: then false, and the success must not count. */
  clear(db: Db, budget: GuessBudget, now: Date): Promise<boolean>;
  clearAll(db: Db, subject: string): Promise<void>;
  prune(db: Db, now: Date): Promise<void>;
}
