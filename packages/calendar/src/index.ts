export { addDays, addMonths, daysBetween, isDay, weekdayOf, type Day } from './days.ts';
export { DEFAULT_RULES, PERIOD_KINDS, WEEKEND_RULES, nextPeriod, periodOf } from './periods.ts';
export type { CalendarRules, Period, PeriodKind, WeekendRule } from './periods.ts';
export { offWeekend, seriesDay, type Series } from './series.ts';
export { dayOf, endOfDay, instantOf, intervalOf, isTimeZone, startOfDay, timeOf, type Interval } from './zones.ts';
