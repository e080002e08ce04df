import { invalidField } from '@florin/errors';
import { isDay, startOfDay } from './calendar.ts';

const YEAR_MS = 366 * 86_400_000;
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Throws INVALID_ARGUMENT on `occurredAt` for a time before 1970 or more than a year ahead. */
export function requirePlausible(occurredAt: Date, now: Date): Date {
  const ms = occurredAt.getTime();
  if (Number.isNaN(ms) || ms < 0) throw invalidField('occurredAt', 'must not be before 1970');
  if (ms > now.getTime() + YEAR_MS) throw invalidField('occurredAt', 'must be within a year from now');
  return occurredAt;
}

/**
 * Reads an ISO 8601 time. Without an offset it is the time on the person's clock, a mere day its beginning there. Throws
 * INVALID_ARGUMENT on `occurredAt`.
 */
export function parseOccurrence(text: string, timeZone: string): Date {
  const match = TIME.exec(text.trim());
  const [, day = '', hours = '0', minutes = '0', seconds = '0', , offset] = match ?? [];
  const real = isDay(day) && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (!match || !real)
    throw invalidField('occurredAt', 'must be a day or an ISO 8601 time such as 2026-11-21T09:00:00Z');
  if (offset !== undefined) return new Date(text.trim().replace(' ', 'T'));
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return new Date(startOfDay(day, timeZone).getTime() + ms);
}
