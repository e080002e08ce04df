import { isPickedDay, nearestDay, writtenDay } from './input.ts';

test.each([
  ['Sun Nov 01 2026 00:00:00 GMT+0700 (Western Indonesia Time)', '2026-11-01'],
  ['Mon Nov 30 2026 23:59:59 GMT-0800 (Pacific Standard Time)', '2026-11-30'],
  ['2026-11-01', '2026-11-01'],
  ['yesterday', 'yesterday'],
  ['', ''],
])('the day written in %p is %p', (text, day) => {
  expect(writtenDay(text)).toBe(day);
});

test.each([
  ['2026-10-31T17:00:00.000Z', '2026-11-01', 'Jakarta'],
  ['2026-10-31T18:30:00.000Z', '2026-11-01', 'Kolkata'],
  ['2026-10-31T12:00:00.000Z', '2026-11-01', 'UTC+12'],
  ['2026-11-01T00:00:00.000Z', '2026-11-01', 'UTC'],
  ['2026-11-01T11:00:00.000Z', '2026-11-01', 'UTC-11'],
])('the midnight %s is of %s (%s)', (instant, day) => {
  expect(nearestDay(instant)).toBe(day);
});

test.each([
  ['2026-10-31T17:00:00.000Z', true],
  ['2026-10-31T17:00:01.000Z', false],
  ['2026-10-31T17:07:00.000Z', false],
  ['2026-03-05T08:30:00.000Z', false],
  ['2026-10-31', false],
])('%s may be a day picked east of UTC: %p', (text, picked) => {
  expect(isPickedDay(text)).toBe(picked);
});
