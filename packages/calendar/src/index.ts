export { addDays, addMonths, daysBetween, isDay, weekdayOf } from './days.ts';
export type { Day } from './days.ts';
export { DEFAULT_RULES, PERIOD_KINDS, WEEKEND_RULES, nextPeriod, periodOf } from './periods.ts';
export type { CalendarRules, Period, PeriodKind, WeekendRule } from './periods.ts';
export { offWeekend, seriesDay } from './series.ts';
export type { Series } from './series.ts';
export { dayOf, endOfDay, instantOf, intervalOf, isTimeZone, startOfDay, timeOf } from './zones.ts';
export type { Interval } from './zones.ts';
