import { parseOccurrence } from './occurrence.ts';

test.each([
  ['2026-03-10', '2026-03-09T11:00:00.000Z'],
  ['2026-03-10 09:30', '2026-03-09T20:30:00.000Z'],
  ['2026-03-10T09:30:15', '2026-03-09T20:30:15.000Z'],
  ['2026-03-10T09:30:00Z', '2026-03-10T09:30:00.000Z'],
  ['2026-03-10T09:30:00.250+02:00', '2026-03-10T07:30:00.250Z'],
])('%s on an Auckland clock is %s', (text, instant) => {
  expect(parseOccurrence(text, 'Pacific/Auckland').toISOString()).toBe(instant);
});

test.each(['yesterday', '2026-02-30', '2026-03-10T25:00', '', '2026-03-10T09', '1e9'])('%j is no time', (text) => {
  expect(() => parseOccurrence(text, 'UTC')).toThrow('occurredAt');
});
