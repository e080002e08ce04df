import fc from 'fast-check';
import { addDays, addMonths, weekdayOf } from './days.ts';
import { WEEKEND_RULES } from './periods.ts';
import { offWeekend, seriesDay } from './series.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));

test.each([
  [{ first: '2026-01-31', unit: 'month', every: 1 }, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
  [{ first: '2026-02-10', unit: 'month', every: 1, lastDay: true }, ['2026-02-28', '2026-03-31', '2026-04-30']],
  [
    { first: '2024-02-29', unit: 'month', every: 12 },
    ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
  ],
  [{ first: '2025-11-30', unit: 'month', every: 3 }, ['2025-11-30', '2026-02-28', '2026-05-30']],
  [{ first: '2026-11-18', unit: 'week', every: 2 }, ['2026-11-18', '2026-12-02']],
  [{ first: '2026-12-31', unit: 'day', every: 1 }, ['2026-12-31', '2027-01-01']],
] as const)('%j goes %j', (series, days) => {
  expect(days.map((_, number) => seriesDay(series, number))).toEqual(days);
});

test('days of a series follow each other, and months are never passed over', () => {
  const series = fc.record({
    first: day,
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    every: fc.integer({ min: 1, max: 24 }),
    lastDay: fc.boolean(),
  });
  fc.assert(
    fc.property(series, fc.nat(300), (one, number) => {
      const [before, after] = [seriesDay(one, number), seriesDay(one, number + 1)];
      expect(before < after).toBe(true);
      if (one.unit !== 'month') return;
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(months(after) - months(before)).toBe(one.every);
      if (one.lastDay) expect(addDays(after, 1)).toBe(addMonths(`${after.slice(0, 8)}01`, 1));
    }),
  );
});

test('no day that is moved off a weekend is one, and none moves further than two days', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...WEEKEND_RULES), (date, rule) => {
      const moved = offWeekend(date, rule);
      if (rule === 'stay' || weekdayOf(date) <= 5) expect(moved).toBe(date);
      else {
        expect(weekdayOf(moved)).toBe(rule === 'before' ? 5 : 1);
        expect([-2, -1, 1, 2].some((days) => addDays(date, days) === moved)).toBe(true);
      }
    }),
  );
});
