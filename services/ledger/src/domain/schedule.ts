import { FlorinError, invalidField } from '@florin/errors';
import type { Visibility } from './posting/posting.ts';

export type Frequency = 'once' | 'daily' | 'weekly' | 'biweekly' | 'monthly';

/** A transfer that posts again and again. Occurrence n is due at `occurrenceAt(schedule, n)`. */
export interface Schedule {
  id: string;
  ownerId: string;
  fromAccountId: string;
  toAccountId: string;
  toUserId: string;
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  frequency: Frequency;
  startsAt: Date;
  /** no occurrence after it */
  endsAt: Date | null;
  status: 'active' | 'paused' | 'done' | 'cancelled';
  nextNumber: number;
  /** null when there is no next one */
  nextAt: Date | null;
  createdAt: Date;
}

/** What became of an occurrence. */
export interface Occurrence {
  number: number;
  dueAt: Date;
  status: 'posted' | 'failed' | 'skipped';
  transferId: string | null;
  failure: string | null;
}

const DAYS: Record<Exclude<Frequency, 'monthly'>, number> = { once: 0, daily: 1, weekly: 7, biweekly: 14 };

/**
 * When occurrence `number` (from 0) is due: always counted from the first, in UTC, so that a month with fewer days moves
 * only its own occurrence (31 January, 28 February, 31 March). Null when there is none.
 */
export function occurrenceAt(
  { startsAt, endsAt, frequency }: Pick<Schedule, 'startsAt' | 'endsAt' | 'frequency'>,
  number: number,
): Date | null {
  if (frequency === 'once' && number > 0) return null;
  const due = new Date(startsAt);
  if (frequency === 'monthly') {
    due.setUTCDate(1);
    due.setUTCMonth(due.getUTCMonth() + number);
    const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
    due.setUTCDate(Math.min(startsAt.getUTCDate(), lastDay));
  } else {
    due.setUTCDate(due.getUTCDate() + DAYS[frequency] * number);
  }
  return endsAt && due > endsAt ? null : due;
}

/** The schedule once its next occurrence is dealt with. */
export function advance(schedule: Schedule): Schedule {
  const nextNumber = schedule.nextNumber + 1;
  const nextAt = occurrenceAt(schedule, nextNumber);
  const ended = nextAt === null && (schedule.status === 'active' || schedule.status === 'paused');
  return { ...schedule, nextNumber, nextAt, status: ended ? 'done' : schedule.status };
}

/** Throws CONFLICT unless it may still be changed. */
function requireAlive({ status }: Schedule): void {
  if (status === 'done' || status === 'cancelled') throw new FlorinError('CONFLICT', `The schedule is ${status}`);
}

/** The schedule going on after a pause, and what fell due meanwhile, which is not made up for. */
function resume(paused: Schedule, now: Date): { schedule: Schedule; missed: Occurrence[] } {
  let schedule: Schedule = { ...paused, status: 'active' };
  const missed: Occurrence[] = [];
  while (schedule.status === 'active' && schedule.nextAt && schedule.nextAt < now) {
    missed.push(skipped(schedule.nextNumber, schedule.nextAt));
    schedule = advance(schedule);
  }
  return { schedule, missed };
}

function skipped(number: number, dueAt: Date): Occurrence {
  return { number, dueAt, status: 'skipped', transferId: null, failure: null };
}

export type ScheduleChange = 'pause' | 'resume' | 'skip' | 'cancel';

/** The schedule after a change, and the occurrences it passes over. Throws CONFLICT when it has ended. */
export function changeSchedule(
  schedule: Schedule,
  change: ScheduleChange,
  now: Date,
): { schedule: Schedule; missed: Occurrence[] } {
  requireAlive(schedule);
  switch (change) {
    case 'pause':
      return { schedule: { ...schedule, status: 'paused' }, missed: [] };
    case 'resume':
      return schedule.status === 'paused' ? resume(schedule, now) : { schedule, missed: [] };
    case 'skip': {
      const { nextNumber, nextAt } = schedule;
      return { schedule: advance(schedule), missed: nextAt ? [skipped(nextNumber, nextAt)] : [] };
    }
    case 'cancel':
      return { schedule: { ...schedule, status: 'cancelled', nextAt: null }, missed: [] };
  }
}

const DAY_MS = 86_400_000;
const MAX_DAYS = 3_660;

/** Throws INVALID_ARGUMENT unless a schedule may start then. An occurrence due while the plan was made is welcome. */
export function requireStart(startsAt: Date, now: Date): void {
  const inMs = startsAt.getTime() - now.getTime();
  if (inMs < -DAY_MS) throw invalidField('startsAt', 'must not be more than a day ago');
  if (inMs > MAX_DAYS * DAY_MS) throw invalidField('startsAt', `must be within ${MAX_DAYS} days`);
}
