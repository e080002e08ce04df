import { invalidField } from '@florin/errors';
import { addDays, dayOf, instantOf, isDay, startOfDay, type Day } from '@florin/calendar';

const YEAR_MS = 366 * 86_400_000;
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ]((\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** When something happened. */
export interface When {
  /** the day on the person's calendar at that time; it never moves, wherever the person goes later */
  date: Day;
  /** exact when a time is known, else the beginning of the day */
  occurredAt: Date;
  /** whose clock the time is read on; null when only the day is known */
  timeZone: string | null;
  /** the person's zone was not known: `date` is the day in UTC until it is */
  zonePending: boolean;
}

/** What is said about it: a day, an instant, both or (for now) neither. */
export interface Stated {
  date?: Day | undefined;
  occurredAt?: Date | undefined;
}

/** An instant on the clock of a person whose time zone may be unknown. */
export function whenAt(occurredAt: Date, timeZone: string | undefined): When {
  const date = dayOf(occurredAt, timeZone ?? 'UTC');
  return { date, occurredAt, timeZone: timeZone ?? null, zonePending: timeZone === undefined };
}

/**
 * Completes what is said by the person's time zone. Throws INVALID_ARGUMENT on `date` or `occurredAt` before 1970 or more
 * than a year ahead, and on `date` when it is nowhere the day of `occurredAt`.
 */
export function whenOf({ date, occurredAt }: Stated, timeZone: string | undefined, now: Date): When {
  if (date === undefined) return whenAt(requirePlausible(occurredAt ?? now, now), timeZone);
  if (date > dayOf(new Date(now.getTime() + YEAR_MS), 'UTC'))
    throw invalidField('date', 'must be within a year from now');
  if (occurredAt === undefined) {
    return { date, occurredAt: startOfDay(date, timeZone ?? 'UTC'), timeZone: null, zonePending: false };
  }
  const utcDay = dayOf(requirePlausible(occurredAt, now), 'UTC');
  if (date < addDays(utcDay, -1) || date > addDays(utcDay, 1))
    throw invalidField('date', 'must be the day of occurredAt');
  return { date, occurredAt, timeZone: timeZone ?? null, zonePending: false };
}

function requirePlausible(occurredAt: Date, now: Date): Date {
  const ms = occurredAt.getTime();
  if (Number.isNaN(ms) || ms < 0) throw invalidField('occurredAt', 'must not be before 1970');
  if (ms > now.getTime() + YEAR_MS) throw invalidField('occurredAt', 'must be within a year from now');
  return occurredAt;
}

/**
 * Reads an ISO 8601 day or time. Without an offset it is the time on the person's clock, on the day that is written; the
 * time zone is asked for only then. Throws INVALID_ARGUMENT on `occurredAt`.
 */
export async function readStated(text: string, timeZone: () => Promise<string>): Promise<Stated> {
  const match = TIME.exec(text.trim());
  const [, day = '', clock, hours = '0', minutes = '0', seconds = '0', offset] = match ?? [];
  const real = isDay(day) && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (!match || !real)
    throw invalidField('occurredAt', 'must be a day or an ISO 8601 time such as 2026-11-21T09:00:00Z');
  if (offset !== undefined) return { occurredAt: new Date(text.trim().replace(' ', 'T')) };
  if (clock === undefined) return { date: day };
  return { date: day, occurredAt: instantOf(day, clock, await timeZone()) };
}
