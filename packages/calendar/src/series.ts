import { addDays, addMonths, weekdayOf, type Day } from './days.ts';
import type { WeekendRule } from './periods.ts';

/** Days that come again and again, counted from the first, which is number 0. */
export interface Series {
  first: Day;
  unit: 'day' | 'week' | 'month';
  /** how many units lie between two: 3 months are a quarter, 12 a year */
  every: number;
  /** of units of months: always the last day of the month */
  lastDay?: boolean;
}

/**
 * The day of a series by its number. A month with fewer days moves only its own: 31 January, 28 February, 31 March.
 */
export function seriesDay({ first, unit, every, lastDay = false }: Series, number: number): Day {
  if (unit !== 'month') return addDays(first, number * every * (unit === 'week' ? 7 : 1));
  if (!lastDay) return addMonths(first, number * every);
  return addDays(addMonths(`${first.slice(0, 8)}01`, number * every + 1), -1);
}

/** The day itself, or for a Saturday or Sunday the Friday before or the Monday after, as the rule says. */
export function offWeekend(day: Day, rule: WeekendRule): Day {
  const past = weekdayOf(day) - 5;
  if (past <= 0 || rule === 'stay') return day;
  return addDays(day, rule === 'before' ? -past : 3 - past);
}
