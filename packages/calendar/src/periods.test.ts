import fc from 'fast-check';
import { addDays, weekdayOf } from './days.ts';
import { DEFAULT_RULES, PERIOD_KINDS, WEEKEND_RULES, nextPeriod, periodOf, type PeriodKind } from './periods.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));
const rules = fc.record({
  firstDayOfWeek: fc.integer({ min: 1, max: 7 }),
  firstDayOfMonth: fc.integer({ min: 1, max: 31 }),
  weekendRule: fc.constantFrom(...WEEKEND_RULES),
  firstMonthOfYear: fc.integer({ min: 1, max: 12 }),
  fortnightFrom: fc.option(day),
  ownStarts: fc.uniqueArray(day, { maxLength: 5 }).map((days) => days.sort()),
});
const kind = fc.constantFrom<PeriodKind>(...PERIOD_KINDS);

describe('periods', () => {
  test('a day lies in its own period, and the next period begins the day after', () => {
    fc.assert(
      fc.property(kind, day, rules, (which, date, own) => {
        const { start, end } = periodOf(which, date, own);
        expect(start <= date && date <= end).toBe(true);
        expect(periodOf(which, start, own)).toEqual({ start, end });
        expect(periodOf(which, end, own)).toEqual({ start, end });
        expect(nextPeriod(which, { start, end }, own).start).toBe(addDays(end, 1));
        expect(periodOf(which, addDays(start, -1), own).end).toBe(addDays(start, -1));
      }),
    );
  });

  test('weeks begin on the chosen day and have seven', () => {
    fc.assert(
      fc.property(day, rules, (date, own) => {
        const { start, end } = periodOf('week', date, own);
        expect(weekdayOf(start)).toBe(own.firstDayOfWeek);
        expect(addDays(start, 6)).toBe(end);
      }),
    );
  });

  test.each([
    ['year', 12],
    ['quarter', 3],
  ] as const)('a %s is %i whole months of the person', (which, count) => {
    fc.assert(
      fc.property(day, rules, (date, own) => {
        const span = periodOf(which, date, own);
        let months = 0;
        for (let start = span.start; start <= span.end; months += 1) {
          start = addDays(periodOf('month', start, own).end, 1);
        }
        expect(months).toBe(count);
        expect(periodOf('month', span.end, own).end).toBe(span.end);
      }),
    );
  });

  test.each([
    ['week', '2026-11-22', {}, '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', { firstDayOfWeek: 7 }, '2026-11-22', '2026-11-28'],
    ['quarter', '2026-01-31', { firstMonthOfYear: 3 }, '2025-12-01', '2026-02-28'],
    ['month', '2026-02-14', {}, '2026-02-01', '2026-02-28'],
    ['month', '2026-02-14', { firstDayOfMonth: 25 }, '2026-01-25', '2026-02-24'],
    ['month', '2026-02-28', { firstDayOfMonth: 31 }, '2026-02-28', '2026-03-30'],
    ['month', '2024-02-28', { firstDayOfMonth: 31 }, '2024-01-31', '2024-02-28'],
    ['year', '2026-03-31', { firstMonthOfYear: 4 }, '2025-04-01', '2026-03-31'],
    ['year', '2026-01-05', { firstDayOfMonth: 10 }, '2025-01-10', '2026-01-09'],
    // 25 July 2026 is a Saturday
    ['month', '2026-07-24', { firstDayOfMonth: 25, weekendRule: 'before' }, '2026-07-24', '2026-08-24'],
    ['month', '2026-07-26', { firstDayOfMonth: 25, weekendRule: 'after' }, '2026-06-25', '2026-07-26'],
    ['month', '2026-07-31', { firstDayOfMonth: 1, weekendRule: 'before' }, '2026-07-31', '2026-08-31'],
    ['month', '2026-06-01', { firstDayOfMonth: 31, weekendRule: 'after' }, '2026-06-01', '2026-06-29'],
    // 28 February 1970 is a Saturday: the month of January goes on to 1 March
    ['month', '1970-03-01', { firstDayOfMonth: 28, weekendRule: 'after' }, '1970-01-28', '1970-03-01'],
    ['fortnight', '2026-11-22', {}, '2026-11-09', '2026-11-22'],
    ['fortnight', '2026-11-22', { fortnightFrom: '2026-12-03' }, '2026-11-19', '2026-12-02'],
    ['own', '2026-03-10', { ownStarts: ['2026-03-05', '2026-04-07'] }, '2026-03-05', '2026-04-06'],
    ['own', '2026-06-30', { ownStarts: ['2026-03-05', '2026-03-31'] }, '2026-06-30', '2026-07-30'],
    ['own', '2026-03-04', { ownStarts: ['2026-03-05'] }, '2026-02-05', '2026-03-04'],
    ['own', '2026-03-04', {}, '2026-03-01', '2026-03-31'],
  ] as const)('%s around %s with %j is %s to %s', (which, date, own, start, end) => {
    expect(periodOf(which, date, { ...DEFAULT_RULES, ...own })).toEqual({ start, end });
  });
});
