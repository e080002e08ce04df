import { addDays, addMonths, daysBetween, plain, weekdayOf, type Day } from './days.ts';
import { offWeekend } from './series.ts';

/** What becomes of a month that would begin on a Saturday or Sunday: it does so, or on the Friday before, or on Monday. */
export const WEEKEND_RULES = ['stay', 'before', 'after'] as const;
export type WeekendRule = (typeof WEEKEND_RULES)[number];

/** Where a person's weeks, fortnights, months, years and own periods begin. */
export interface CalendarRules {
  /** 1 Monday to 7 Sunday */
  firstDayOfWeek: number;
  /** 1 to 31; a shorter month begins on its last day */
  firstDayOfMonth: number;
  /** for months that begin on a pay-day */
  weekendRule: WeekendRule;
  /** 1 January to 12 December */
  firstMonthOfYear: number;
  /** a day on which one of the person's fortnights begins; null: a week that begins on or before 5 January 1970 does */
  fortnightFrom: Day | null;
  /** days on which the person's own periods begin, in order; before the first and from the last on they are months */
  ownStarts: readonly Day[];
}

/** Weeks from Monday, months from the 1st, years from January. */
export const DEFAULT_RULES: CalendarRules = {
  firstDayOfWeek: 1,
  firstDayOfMonth: 1,
  weekendRule: 'stay',
  firstMonthOfYear: 1,
  fortnightFrom: null,
  ownStarts: [],
};

export const PERIOD_KINDS = ['week', 'month', 'year', 'fortnight', 'own', 'quarter'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whole days, both ends included. */
export interface Period {
  start: Day;
  end: Day;
}

/** The person's own week, month, year and so on that a day lies in. A quarter is three of the person's months, a year twelve. */
export function periodOf(kind: PeriodKind, day: Day, rules: CalendarRules): Period {
  switch (kind) {
    case 'week':
      return daysFrom(weekStart(day, rules), 7);
    case 'fortnight': {
      const anchor = rules.fortnightFrom ?? weekStart('1970-01-05', rules);
      const since = daysBetween(anchor, day);
      return daysFrom(addDays(day, -(((since % 14) + 14) % 14)), 14);
    }
    case 'month':
      return months(monthOf(day, rules), 1, rules);
    case 'quarter':
      return monthsOfYear(day, 3, rules);
    case 'year':
      return monthsOfYear(day, 12, rules);
    case 'own':
      return ownPeriod(day, rules);
  }
}

/** The period of a kind after one of the same rules. */
export function nextPeriod(kind: PeriodKind, { end }: Period, rules: CalendarRules): Period {
  return periodOf(kind, addDays(end, 1), rules);
}

function daysFrom(start: Day, count: number): Period {
  return { start, end: addDays(start, count - 1) };
}

function weekStart(day: Day, { firstDayOfWeek }: CalendarRules): Day {
  return addDays(day, -((weekdayOf(day) - firstDayOfWeek + 7) % 7));
}

/** The 1st of the calendar month whose person's month a day lies in: for pay-days that move it may be a month beside. */
function monthOf(day: Day, rules: CalendarRules): Day {
  let month = addMonths(`${day.slice(0, 8)}01`, 1);
  while (day < startOfMonth(month, rules)) month = addMonths(month, -1);
  return month;
}

/** `month` is the 1st of the calendar month. */
function startOfMonth(month: Day, { firstDayOfMonth, weekendRule }: CalendarRules): Day {
  const day = plain(month).with({ day: firstDayOfMonth }).toString();
  return offWeekend(day, weekendRule);
}

function months(month: Day, count: number, rules: CalendarRules): Period {
  return { start: startOfMonth(month, rules), end: addDays(startOfMonth(addMonths(month, count), rules), -1) };
}

/** So many months as a year holds without a rest. */
function monthsOfYear(day: Day, count: number, rules: CalendarRules): Period {
  const month = monthOf(day, rules);
  const sinceFirst = (Number(month.slice(5, 7)) - rules.firstMonthOfYear + 12) % count;
  return months(addMonths(month, -sinceFirst), count, rules);
}

function ownPeriod(day: Day, rules: CalendarRules): Period {
  const { ownStarts } = rules;
  const next = ownStarts.findIndex((start) => start > day);
  const [from, until] = next === -1 ? [ownStarts.at(-1), undefined] : [ownStarts[next - 1], ownStarts[next]];
  if (from !== undefined && until !== undefined) return { start: from, end: addDays(until, -1) };
  const anchor = from ?? until;
  if (anchor === undefined) return periodOf('month', day, rules);
  // months counted from the anchor, so that the 31st stays the 31st
  const { years, months: rest } = plain(anchor).until(plain(day), { largestUnit: 'years' });
  let count = years * 12 + rest;
  while (addMonths(anchor, count) > day) count -= 1;
  while (addMonths(anchor, count + 1) <= day) count += 1;
  return { start: addMonths(anchor, count), end: addDays(addMonths(anchor, count + 1), -1) };
}
