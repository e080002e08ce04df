import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import type { Page, Tx } from '../ports.ts';

/** Which clocks a person goes by. */
export interface ZoneDirectory {
  /** IANA name; UTC when the person gave none. Throws UNAVAILABLE. */
  timeZoneOf(userId: string): Promise<string>;
}

export interface ScheduleStore {
  add(tx: Tx, schedule: Schedule): Promise<void>;
  lock(tx: Tx, id: string): Promise<Schedule | undefined>;
  /** Ends all that pay from or to an account. */
  cancelOfAccount(tx: Tx, accountId: string): Promise<void>;
  /** Locks one that is due and that nobody else works on, none of `except`. */
  lockDue(tx: Tx, now: Date, except: readonly string[]): Promise<Schedule | undefined>;
  save(tx: Tx, schedule: Schedule): Promise<void>;
  /** Writes what became of an occurrence; of one that failed before, in the place of that. */
  record(tx: Tx, scheduleId: string, occurrence: Occurrence): Promise<void>;
  find(id: string): Promise<Schedule | undefined>;
  /** Newest first. */
  list(ownerId: string, query: Page & { reference: string | undefined }): Promise<Schedule[]>;
  /** The latest ones, newest first. */
  occurrences(scheduleId: string): Promise<Occurrence[]>;
}
