import { createHash } from 'node:crypto';
import { instantOf, offWeekend, seriesDay, type Day, type Series, type WeekendRule } from '@florin/calendar';
import { FlorinError, invalidField } from '@florin/errors';
import type { CategoryType } from '../category.ts';
import type { Direction } from '../transaction.ts';

export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type PauseReason = 'asked' | 'wallet-deleted' | 'category-deleted' | 'account-closed';

/** A transaction, or a transfer between own wallets, that comes again and again. Each time has a number. */
export interface Recurring {
  id: string;
  ownerId: string;
  type: CategoryType | 'transfer';
  /** out for transfers: they leave `walletId` */
  direction: Direction;
  walletId: string;
  /** of transfers only */
  toWalletId: string | null;
  /** null for transfers only */
  categoryId: string | null;
  /** minor units */
  amount: bigint;
  currency: string;
  description: string;
  frequency: Frequency;
  every: number;
  /** the day of occurrence `firstNumber`, from which the later ones are counted */
  startDate: Day;
  firstNumber: number;
  lastDayOfMonth: boolean;
  weekendRule: WeekendRule;
  /** on the clocks of the zone, HH:MM */
  time: string;
  /** IANA name */
  timeZone: string;
  /** no occurrence after it */
  endDate: Day | null;
  /** how many occurrences there are, those passed over included */
  count: number | null;
  nextNumber: number;
  /** null when there is none */
  nextDate: Day | null;
  nextAt: Date | null;
  status: 'active' | 'paused' | 'done';
  pausedReason: PauseReason | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface Occurrence {
  ownerId: string;
  recurringId: string;
  number: number;
  date: Day;
  dueAt: Date;
  status: 'pending' | 'posted' | 'failed' | 'skipped' | 'missed';
  tries: number;
  operationId: string | null;
  transactionId: string | null;
  /** code of the error, when it failed */
  failure: string | null;
  /** the error in words */
  reason: string | null;
}

const UNITS: Record<Frequency, Pick<Series, 'unit' | 'every'>> = {
  daily: { unit: 'day', every: 1 },
  weekly: { unit: 'week', every: 1 },
  monthly: { unit: 'month', every: 1 },
  quarterly: { unit: 'month', every: 3 },
  yearly: { unit: 'month', every: 12 },
};

/** What is due at a number: on a day of the series, moved off a weekend, at the local time. Null beyond the end. */
export function occurrenceAt(recurring: Recurring, number: number): { number: number; date: Day; dueAt: Date } | null {
  const { frequency, every, startDate, lastDayOfMonth, weekendRule, firstNumber, count, endDate } = recurring;
  if (count !== null && number >= count) return null;
  const { unit, every: units } = UNITS[frequency];
  const series = { first: startDate, unit, every: units * every, lastDay: lastDayOfMonth };
  const nominal = seriesDay(series, number - firstNumber);
  if ((endDate !== null && nominal > endDate) || nominal > LAST_DAY) return null;
  const date = offWeekend(nominal, weekendRule);
  return { number, date, dueAt: instantOf(date, recurring.time, recurring.timeZone) };
}

const LAST_DAY: Day = '9000-01-01';

/** The recurring transaction with the occurrence of a number as its next one; done when there is none. */
export function goOnAt(recurring: Recurring, number: number): Recurring {
  const next = occurrenceAt(recurring, number);
  const planned = { ...recurring, nextNumber: number, nextDate: next?.date ?? null, nextAt: next?.dueAt ?? null };
  return next ? planned : { ...planned, status: 'done', pausedReason: null };
}

/** The same, with the first occurrence that is due at `from` or later; those before are passed over. */
export function goOnFrom(recurring: Recurring, from: Date): { recurring: Recurring; passed: Occurrence[] } {
  let current = recurring.nextAt ? recurring : goOnAt(recurring, recurring.nextNumber);
  const passed: Occurrence[] = [];
  while (current.nextAt && current.nextAt < from) {
    passed.push(passedOver(current, 'missed'));
    current = goOnAt(current, current.nextNumber + 1);
  }
  return { recurring: current, passed };
}

/** The next occurrence as one that is not posted. */
export function passedOver(recurring: Recurring, status: 'skipped' | 'missed'): Occurrence {
  return { ...nextOf(recurring), status, tries: 0 };
}

/** The next occurrence as it begins. */
export function nextOf({ id: recurringId, ownerId, nextNumber: number, nextDate, nextAt }: Recurring): Occurrence {
  if (nextDate === null || nextAt === null) throw new Error(`${recurringId} has no next occurrence`);
  const open = {
    status: 'pending',
    tries: 1,
    operationId: null,
    transactionId: null,
    failure: null,
    reason: null,
  } as const;
  return { ownerId, recurringId, number, date: nextDate, dueAt: nextAt, ...open };
}

/** What comes next, at most so many. */
export function upcoming(recurring: Recurring, limit: number): { number: number; date: Day; dueAt: Date }[] {
  const found = [];
  for (let number = recurring.nextNumber; found.length < limit; number += 1) {
    const next = recurring.status === 'done' ? null : occurrenceAt(recurring, number);
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** An id that is the same whenever it is asked for: of a try of an occurrence, or of something of it. */
export function idOfTry({ recurringId, number, tries }: Occurrence, part = ''): string {
  const hash = createHash('sha256').update(`${recurringId} ${number} ${tries} ${part}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const YEARS = 10;

/** Throws INVALID_ARGUMENT for a plan that makes no sense, naming the field. `today` is the person's. */
export function requirePlan(plan: Recurring, today: Day): void {
  const { frequency, startDate, weekendRule, lastDayOfMonth, endDate } = plan;
  const year = (offset: number) => `${String(Number(today.slice(0, 4)) + offset)}${today.slice(4)}`;
  if (startDate < year(-YEARS) || startDate > year(YEARS))
    throw invalidField('startDate', `must be within ${YEARS} years`);
  if (endDate !== null && endDate < startDate) throw invalidField('endDate', 'must not be before startDate');
  if (frequency === 'daily' && weekendRule !== 'stay') throw invalidField('weekendRule', 'must be stay for daily ones');
  if (lastDayOfMonth && UNITS[frequency].unit !== 'month') {
    throw invalidField('lastDayOfMonth', 'is for monthly, quarterly and yearly ones');
  }
}

/** Throws CONFLICT unless something of it is still to come. */
export function requireGoingOn({ status }: Recurring): void {
  if (status === 'done') throw new FlorinError('CONFLICT', 'This recurring transaction has ended');
}
