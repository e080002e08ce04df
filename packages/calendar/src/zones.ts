import { Temporal } from 'temporal-polyfill';
import { addDays, plain, type Day } from './days.ts';

/** True for a name that this Node knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    // Temporal would also take a whole date-time and read its zone
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day it is in a zone at an instant. */
export function dayOf(instant: Date, timeZone: string): Day {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** What the clocks of a zone show at an instant, `HH:MM:SS.mmm`. */
export function timeOf(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainTime().toString({ smallestUnit: 'millisecond' });
}

/**
 * The instant at which the clocks of a zone show `time` (`HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`) on a day. A time that
 * they skip is moved on by what they skip (02:30 becomes 03:30 when 02:00 is followed by 03:00); of a time that they show
 * twice it is the first. Throws a RangeError for text that is no day or time.
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  const { epochMilliseconds } = plain(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(epochMilliseconds);
}

/**
 * The first instant of a day in a zone. That is not always local midnight: where clocks jump over it, the day starts
 * later; a day that the zone skipped is empty, and starts where the next one does.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  return new Date(plain(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The last millisecond of a day in a zone. */
export function endOfDay(day: Day, timeZone: string): Date {
  return new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1);
}

/** Instants from `start` on and before `end`. */
export interface Interval {
  start: Date;
  end: Date;
}

/** The instants of whole days in a zone, both days included. */
export function intervalOf(days: { start: Day; end: Day }, timeZone: string): Interval {
  return { start: startOfDay(days.start, timeZone), end: startOfDay(addDays(days.end, 1), timeZone) };
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
