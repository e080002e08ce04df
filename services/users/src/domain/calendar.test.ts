import { addDays, dayOf, instantOf, weekday } from './calendar.ts';

describe('days and instants of a zone', () => {
  test.each([
    ['2026-11-18T23:30:00.000Z', 'UTC', '2026-11-18'],
    ['2026-11-18T23:30:00.000Z', 'Europe/Berlin', '2026-11-19'],
    ['2026-11-18T04:59:59.999Z', 'America/New_York', '2026-11-17'],
    ['2026-11-18T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-19'],
    ['2026-02-28T23:00:00.000Z', 'Asia/Tokyo', '2026-03-01'],
  ])('%s in %s is on %s', (at, zone, day) => {
    expect(dayOf(new Date(at), zone)).toBe(day);
  });

  test.each([
    ['2026-11-18', '23:59:59.999', 'UTC', '2026-11-18T23:59:59.999Z'],
    ['2026-11-18', '23:59:59.999', 'Indian/Maldives', '2026-11-18T18:59:59.999Z'],
    // the day clocks go back in Berlin, and the one they go forward
    ['2026-10-25', '23:59:59.999', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['2026-10-25', '00:00:00.000', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-03-29', '00:00:00.000', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '23:59:59.000', 'Europe/Berlin', '2026-03-29T21:59:59.000Z'],
    ['2026-11-18', '00:00:00.000', 'Asia/Kathmandu', '2026-11-17T18:15:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, at) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(at);
  });

  test('weeks begin on Monday', () => {
    expect(['2026-11-16', '2026-11-18', '2026-11-22'].map(weekday)).toEqual([0, 2, 6]);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
