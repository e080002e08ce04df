import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import type { Page, Tx } from '../ports.ts';

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
  list(ownerId: string, page: Page): Promise<Schedule[]>;
  /** The latest ones, newest first. */
  occurrences(scheduleId: string): Promise<Occurrence[]>;
}
