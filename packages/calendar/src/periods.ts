import { addDays, addMonths, plain, weekdayOf, type Day } from './days.ts';

/** Where a person's weeks, months and years begin. */
export interface CalendarRules {
  /** 1 Monday to 7 Sunday */
  firstDayOfWeek: number;
  /** 1 to 31; a shorter month begins on its last day */
  firstDayOfMonth: number;
  /** 1 January to 12 December */
  firstMonthOfYear: number;
}

/** Weeks from Monday, months from the 1st, years from January. */
export const DEFAULT_RULES: CalendarRules = { firstDayOfWeek: 1, firstDayOfMonth: 1, firstMonthOfYear: 1 };

export const PERIOD_KINDS = ['week', 'month', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whole days, both ends included. */
export interface Period {
  start: Day;
  end: Day;
}

/** The person's own week, month or year that a day lies in. A year is twelve of the person's months. */
export function periodOf(kind: PeriodKind, day: Day, rules: CalendarRules): Period {
  if (kind === 'week') {
    const start = addDays(day, -((weekdayOf(day) - rules.firstDayOfWeek + 7) % 7));
    return { start, end: addDays(start, 6) };
  }
  const month = monthOf(day, rules);
  if (kind === 'month') return periodFrom(month, 1, rules);
  const sinceFirst = (Number(month.slice(5, 7)) - rules.firstMonthOfYear + 12) % 12;
  return periodFrom(addMonths(month, -sinceFirst), 12, rules);
}

/** The 1st of the calendar month in which the person's month of a day begins. */
function monthOf(day: Day, rules: CalendarRules): Day {
  const month = `${day.slice(0, 8)}01`;
  return day < startOfMonth(month, rules) ? addMonths(month, -1) : month;
}

/** `month` is the 1st of the calendar month. */
function startOfMonth(month: Day, { firstDayOfMonth }: CalendarRules): Day {
  return plain(month).with({ day: firstDayOfMonth }).toString();
}

function periodFrom(month: Day, months: number, rules: CalendarRules): Period {
  return { start: startOfMonth(month, rules), end: addDays(startOfMonth(addMonths(month, months), rules), -1) };
}
