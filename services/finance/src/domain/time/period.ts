import type { Day } from './calendar.ts';
import { addDays, dayInMonth, weekdayOf } from './calendar.ts';

/** How a person counts time. */
export interface Preferences {
  /** IANA name */
  timeZone: string;
  /** 1 Monday to 7 Sunday */
  firstDayOfWeek: number;
  /** 1 to 31; a shorter month begins on its last day then */
  firstDayOfMonth: number;
  /** 1 January to 12 December */
  firstMonthOfYear: number;
}

export const DEFAULT_PREFERENCES: Preferences = {
  timeZone: 'UTC',
  firstDayOfWeek: 1,
  firstDayOfMonth: 1,
  firstMonthOfYear: 1,
};

export type PeriodKind = 'week' | 'month' | 'year';
export const PERIOD_KINDS = ['week', 'month', 'year'] as const satisfies readonly PeriodKind[];

/** Whole days, both ends included. */
export interface Period {
  start: Day;
  end: Day;
}

/** The person's own week, month or year that a day lies in. A year is twelve of the person's months. */
export function periodOf(kind: PeriodKind, day: Day, preferences: Preferences): Period {
  if (kind === 'week') {
    const start = addDays(day, -((weekdayOf(day) - preferences.firstDayOfWeek + 7) % 7));
    return { start, end: addDays(start, 6) };
  }
  const first = monthOf(day, preferences);
  if (kind === 'month') return fromMonths(first, 1, preferences);
  const yearStart = first - ((first - (preferences.firstMonthOfYear - 1) + 12) % 12);
  return fromMonths(yearStart, 12, preferences);
}

/** The person's month a day lies in, counted in months from year 0. */
function monthOf(day: Day, preferences: Preferences): number {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return day < startOfMonth(month, preferences) ? month - 1 : month;
}

function startOfMonth(month: number, { firstDayOfMonth }: Preferences): Day {
  return dayInMonth(Math.floor(month / 12), month % 12, firstDayOfMonth);
}

function fromMonths(month: number, count: number, preferences: Preferences): Period {
  return { start: startOfMonth(month, preferences), end: addDays(startOfMonth(month + count, preferences), -1) };
}
