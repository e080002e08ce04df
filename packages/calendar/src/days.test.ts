import fc from 'fast-check';
import { addDays, addMonths, isDay, weekdayOf } from './days.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));

test.each([
  '2026-02-29',
  '2026-13-01',
  '26-01-01',
  '1969-12-31',
  '9999-01-01',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00',
  '',
])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test('a day is a day, and text order is the order of days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 1_000 }), (date, days) => {
      expect(isDay(date)).toBe(true);
      expect(addDays(date, days) > date).toBe(true);
      expect(addDays(addDays(date, days), -days)).toBe(date);
      expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
    }),
  );
});

test('weeks are counted from Monday', () => {
  expect(['2026-11-16', '2026-11-18', '2026-11-22'].map(weekdayOf)).toEqual([1, 3, 7]);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('months later is the same day of the month, or the last of a shorter month', () => {
  expect([0, 1, 2, 3, 12].map((months) => addMonths('2026-01-31', months))).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2027-01-31',
  ]);
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 600 }), (date, months) => {
      const later = addMonths(date, months);
      const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(number(later)).toBe(number(date) + months);
      if (later.slice(8) !== date.slice(8)) {
        expect(later < addMonths(`${date.slice(0, 8)}01`, months + 1)).toBe(true);
        expect(addDays(later, 1).slice(8)).toBe('01');
      }
    }),
  );
});

test('text that is no day is refused', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
});
