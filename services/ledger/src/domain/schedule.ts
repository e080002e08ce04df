import { dayOf, instantOf, seriesDay, timeOf, type Series as CalendarSeries } from '@florin/calendar';
import { FlorinError, invalidField } from '@florin/errors';
import type { Visibility } from './posting/posting.ts';

export const FREQUENCIES = ['once', 'daily', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A transfer that posts again and again. Occurrence n is due at `occurrenceAt(schedule, n)`. */
export interface Schedule {
  id: string;
  ownerId: string;
  /** null until the first transfer, for somebody who has no account of the currency yet */
  fromAccountId: string | null;
  toAccountId: string | null;
  toUserId: string;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  frequency: Frequency;
  /** when occurrence `firstNumber` is due, from which the later ones are counted */
  startsAt: Date;
  firstNumber: number;
  /** IANA name of the zone whose clocks say when an occurrence is due */
  timeZone: string;
  /** no occurrence after it */
  endsAt: Date | null;
  /** how often a failed occurrence is tried again, a day after each try */
  retries: number;
  /** tries of the next occurrence that have failed */
  failedTries: number;
  status: 'active' | 'paused' | 'done' | 'cancelled';
  nextNumber: number;
  /** when the next occurrence is tried; null when there is none */
  nextAt: Date | null;
  createdAt: Date;
}

/** What became of an occurrence. */
export interface Occurrence {
  number: number;
  dueAt: Date;
  status: 'posted' | 'failed' | 'skipped';
  transferId: string | null;
  /** code of the error, when it failed */
  failure: string | null;
  /** the error in words */
  reason: string | null;
}

const STEPS: Record<Frequency, Pick<CalendarSeries, 'unit' | 'every'>> = {
  once: { unit: 'day', every: 0 },
  daily: { unit: 'day', every: 1 },
  weekly: { unit: 'week', every: 1 },
  biweekly: { unit: 'week', every: 2 },
  monthly: { unit: 'month', every: 1 },
  quarterly: { unit: 'month', every: 3 },
  yearly: { unit: 'month', every: 12 },
};

type Series = Pick<Schedule, 'startsAt' | 'firstNumber' | 'endsAt' | 'frequency' | 'timeZone'>;

/**
 * When an occurrence is due: at the local time of the first, on its day counted from the first in the zone of the
 * schedule, so that a month with fewer days moves only its own occurrence (31 January, 28 February, 31 March). A local time
 * that the clocks skip is moved on by what they skip; of one they show twice it is the first. Null when there is none.
 */
export function occurrenceAt(series: Series, number: number): Date | null {
  const { startsAt, endsAt, frequency, timeZone } = series;
  const count = number - series.firstNumber;
  if (frequency === 'once' && count > 0) return null;
  const due = count === 0 ? startsAt : instantOf(dayAfter(series, count), timeOf(startsAt, timeZone), timeZone);
  return endsAt && due > endsAt ? null : due;
}

function dayAfter({ startsAt, timeZone, frequency }: Series, count: number): string {
  return seriesDay({ first: dayOf(startsAt, timeZone), ...STEPS[frequency] }, count);
}

/** The schedule once its next occurrence is dealt with. */
export function advance(schedule: Schedule): Schedule {
  const nextNumber = schedule.nextNumber + 1;
  const nextAt = occurrenceAt(schedule, nextNumber);
  const ended = nextAt === null && (schedule.status === 'active' || schedule.status === 'paused');
  return { ...schedule, nextNumber, nextAt, failedTries: 0, status: ended ? 'done' : schedule.status };
}

/** The schedule after a try of its next occurrence: a failed one is tried again a day later, before the one after it. */
export function afterTry(schedule: Schedule, { status }: Occurrence, now: Date): Schedule {
  const failedTries = schedule.failedTries + 1;
  const retryAt = new Date(now.getTime() + DAY_MS);
  const following = occurrenceAt(schedule, schedule.nextNumber + 1);
  const isLate = following !== null && retryAt >= following;
  if (status !== 'failed' || failedTries > schedule.retries || isLate) return advance(schedule);
  return { ...schedule, failedTries, nextAt: retryAt };
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
    missed.push(skipped(schedule));
    schedule = advance(schedule);
  }
  return { schedule, missed };
}

function skipped(schedule: Schedule): Occurrence {
  const { nextNumber: number, nextAt, startsAt } = schedule;
  const dueAt = occurrenceAt(schedule, number) ?? nextAt ?? startsAt;
  return { number, dueAt, status: 'skipped', transferId: null, failure: null, reason: null };
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
    case 'skip':
      return { schedule: advance(schedule), missed: schedule.nextAt ? [skipped(schedule)] : [] };
    case 'cancel':
      return { schedule: { ...schedule, status: 'cancelled', nextAt: null }, missed: [] };
  }
}

/** What is edited of a schedule; what is left out stays as it is. */
export interface ScheduleEdit {
  amount?: bigint | undefined;
  note?: string | undefined;
  visibility?: Visibility | undefined;
  retries?: number | undefined;
  frequency?: Frequency | undefined;
  /** when the next occurrence is due, from which the later ones are counted */
  nextAt?: Date | undefined;
  /** the local time stays: 09:00 in the old zone becomes 09:00 in the new one */
  timeZone?: string | undefined;
  /** null: no end */
  endsAt?: Date | null | undefined;
}

/** The schedule after an edit. Throws CONFLICT when it has ended, INVALID_ARGUMENT when nothing would come of it. */
export function editSchedule(schedule: Schedule, edit: ScheduleEdit, now: Date): Schedule {
  requireAlive(schedule);
  const { timeZone = schedule.timeZone, endsAt = schedule.endsAt, frequency = schedule.frequency } = edit;
  if (edit.nextAt) requireStart(edit.nextAt, now, 'nextAt');
  const { amount, note, visibility, retries } = { ...schedule, ...withoutGaps(edit) };
  const content = { ...schedule, amount, note, visibility, retries, endsAt };
  const isSameSeries = !edit.nextAt && timeZone === schedule.timeZone && frequency === schedule.frequency;
  const edited = isSameSeries ? content : { ...content, ...newSeries(schedule, { ...edit, timeZone, frequency }) };
  const nextAt = isSameSeries && edited.failedTries > 0 ? edited.nextAt : occurrenceAt(edited, edited.nextNumber);
  if (!nextAt) throw invalidField('endsAt', 'is before the next occurrence: cancel the schedule instead');
  return { ...edited, nextAt };
}

function newSeries(
  schedule: Schedule,
  { nextAt, timeZone, frequency }: { nextAt?: Date | undefined; timeZone: string; frequency: Frequency },
): Pick<Schedule, 'startsAt' | 'firstNumber' | 'timeZone' | 'frequency' | 'failedTries'> {
  const due = occurrenceAt({ ...schedule, endsAt: null }, schedule.nextNumber) ?? schedule.startsAt;
  // counted from the first where it can be, so that the 31st stays the 31st
  const counts = nextAt === undefined && frequency === schedule.frequency;
  const from = nextAt ?? (counts ? schedule.startsAt : due);
  const startsAt =
    nextAt ?? instantOf(dayOf(from, schedule.timeZone), timeOf(schedule.startsAt, schedule.timeZone), timeZone);
  const firstNumber = counts ? schedule.firstNumber : schedule.nextNumber;
  return { startsAt, firstNumber, timeZone, frequency, failedTries: 0 };
}

function withoutGaps<T extends object>(edit: T): Partial<T> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const DAY_MS = 86_400_000;
const MAX_DAYS = 3_660;

/** Throws INVALID_ARGUMENT unless a schedule may start then. An occurrence due while the plan was made is welcome. */
export function requireStart(startsAt: Date, now: Date, field = 'startsAt'): void {
  const inMs = startsAt.getTime() - now.getTime();
  if (inMs < -DAY_MS) throw invalidField(field, 'must not be more than a day ago');
  if (inMs > MAX_DAYS * DAY_MS) throw invalidField(field, `must be within ${MAX_DAYS} days`);
}
