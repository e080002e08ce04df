import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`, of years 0000 to 9999. Strings compare as days do. */
export type Day = string;

const FIRST_DAY: Day = '1970-01-01';
const LAST_DAY: Day = '9998-12-31';

/** True for text that names a day that exists, from 1970-01-01 to 9998-12-31. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return false;
  // not by Temporal, which takes ten times as long: imports ask this a million times
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8));
  if (month < 1 || month > 12 || date < 1 || date > 31) return false;
  return date <= 28 || date <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return plain(day).add({ days }).toString();
}

/**
 * The same day of the month so many months later (12 are a year), or that month's last day when it is shorter. Count
 * a series from its first day, or the 31st becomes the 28th for good: 31 January, 28 February, 31 March.
 */
export function addMonths(day: Day, months: number): Day {
  return plain(day).add({ months }).toString();
}

/** How many days later the second one is; below zero when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to)).days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return plain(day).dayOfWeek;
}

/** The day as Temporal has it. Throws a RangeError for text that is no day: check what comes from outside by `isDay`. */
export function plain(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(day, { overflow: 'reject' });
}
