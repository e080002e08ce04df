import fc from 'fast-check';
import { addDays, dayAt, intervalOf, isDay, startOfDay, weekdayOf } from './calendar.ts';
import type { PeriodKind } from './period.ts';
import { DEFAULT_PREFERENCES, PERIOD_KINDS, periodOf } from './period.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));
const zones = [
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Jakarta',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Europe/Dublin',
];
const zone = fc.constantFrom(...zones);
const preferences = fc.record({
  timeZone: zone,
  firstDayOfWeek: fc.integer({ min: 1, max: 7 }),
  firstDayOfMonth: fc.integer({ min: 1, max: 31 }),
  firstMonthOfYear: fc.integer({ min: 1, max: 12 }),
});
const kind = fc.constantFrom<PeriodKind>(...PERIOD_KINDS);

describe('periods', () => {
  test('a day lies in its own period, and the next period begins the day after', () => {
    fc.assert(
      fc.property(kind, day, preferences, (which, date, own) => {
        const { start, end } = periodOf(which, date, own);
        expect(start <= date && date <= end).toBe(true);
        expect(periodOf(which, start, own)).toEqual({ start, end });
        expect(periodOf(which, end, own)).toEqual({ start, end });
        expect(periodOf(which, addDays(end, 1), own).start).toBe(addDays(end, 1));
        expect(periodOf(which, addDays(start, -1), own).end).toBe(addDays(start, -1));
      }),
    );
  });

  test('weeks begin on the chosen day and have seven', () => {
    fc.assert(
      fc.property(day, preferences, (date, own) => {
        const { start, end } = periodOf('week', date, own);
        expect(weekdayOf(start)).toBe(own.firstDayOfWeek);
        expect(addDays(start, 6)).toBe(end);
      }),
    );
  });

  test('a year is whole months of the person', () => {
    fc.assert(
      fc.property(day, preferences, (date, own) => {
        const year = periodOf('year', date, own);
        let months = 0;
        for (let start = year.start; start <= year.end; months += 1) {
          start = addDays(periodOf('month', start, own).end, 1);
        }
        expect(months).toBe(12);
        expect(periodOf('month', year.end, own).end).toBe(year.end);
      }),
    );
  });

  test.each([
    ['week', '2026-11-22', {}, '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', { firstDayOfWeek: 7 }, '2026-11-22', '2026-11-28'],
    ['month', '2026-02-14', {}, '2026-02-01', '2026-02-28'],
    ['month', '2026-02-14', { firstDayOfMonth: 25 }, '2026-01-25', '2026-02-24'],
    ['month', '2026-02-28', { firstDayOfMonth: 31 }, '2026-02-28', '2026-03-30'],
    ['month', '2024-02-28', { firstDayOfMonth: 31 }, '2024-01-31', '2024-02-28'],
    ['year', '2026-03-31', { firstMonthOfYear: 4 }, '2025-04-01', '2026-03-31'],
    ['year', '2026-01-05', { firstDayOfMonth: 10 }, '2025-01-10', '2026-01-09'],
  ] as const)('%s around %s with %j is %s to %s', (which, date, own, start, end) => {
    expect(periodOf(which, date, { ...DEFAULT_PREFERENCES, ...own })).toEqual({ start, end });
  });
});

describe('days of a time zone', () => {
  test('every instant lies in the interval of its day, and days follow each other without gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zone, (ms, timeZone) => {
        const date = dayAt(new Date(ms), timeZone);
        const { start, end } = intervalOf({ start: date, end: date }, timeZone);
        expect(start.getTime() <= ms && ms < end.getTime()).toBe(true);
        expect(dayAt(start, timeZone)).toBe(date);
        expect(dayAt(new Date(start.getTime() - 1), timeZone) < date).toBe(true);
      }),
    );
  });

  test.each([
    // clocks jump from 24:00 to 01:00: the day has no midnight
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    // the day that Samoa skipped is empty: it begins where the next one does
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s begins in %s at %s', (date, timeZone, instant) => {
    expect(startOfDay(date, timeZone).toISOString()).toBe(instant);
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '1969-12-31', '2026-1-1', ''])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
