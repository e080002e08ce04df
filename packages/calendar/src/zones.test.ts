import fc from 'fast-check';
import { dayOf, endOfDay, instantOf, intervalOf, isTimeZone, startOfDay, timeOf } from './zones.ts';

const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Godthab',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Jakarta',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Europe/Dublin',
);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms));

test.each([
  ['2026-11-18T23:30:00.000Z', 'UTC', '2026-11-18'],
  ['2026-11-18T23:30:00.000Z', 'Europe/Berlin', '2026-11-19'],
  ['2026-11-18T04:59:59.999Z', 'America/New_York', '2026-11-17'],
  ['2026-11-18T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-19'],
  ['2026-02-28T23:00:00.000Z', 'Asia/Tokyo', '2026-03-01'],
])('%s in %s is on %s', (at, timeZone, day) => {
  expect(dayOf(new Date(at), timeZone)).toBe(day);
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
  // skipped: moved on by the hour that is missing, east and west of Greenwich
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  // shown twice: the first
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
])('%s %s in %s is %s', (day, time, timeZone, at) => {
  expect(instantOf(day, time, timeZone).toISOString()).toBe(at);
});

test.each([
  // clocks jump from 24:00 to 01:00: the day has no midnight
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
  ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  // the day that Samoa skipped is empty: it begins where the next one does
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
])('%s begins in %s at %s', (day, timeZone, at) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(at);
});

test('every instant lies in the interval of its day, and days follow each other without gap', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const day = dayOf(at, timeZone);
      const { start, end } = intervalOf({ start: day, end: day }, timeZone);
      expect(start <= at && at < end).toBe(true);
      expect(dayOf(start, timeZone)).toBe(day);
      expect(dayOf(new Date(start.getTime() - 1), timeZone) < day).toBe(true);
      expect(endOfDay(day, timeZone).getTime()).toBe(end.getTime() - 1);
    }),
  );
});

test('what clocks show leads back to the instant, but for the second of two that look alike', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const back = instantOf(dayOf(at, timeZone), timeOf(at, timeZone), timeZone);
      expect(timeOf(back, timeZone)).toBe(timeOf(at, timeZone));
      expect(back <= at).toBe(true);
      expect(at.getTime() - back.getTime()).toBeLessThanOrEqual(60 * 60_000);
    }),
  );
});

test('only names of zones are zones', () => {
  expect(['UTC', 'Europe/Berlin', 'europe/berlin'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['', 'Mars/Olympus', '2026-01-01T00:00Z[Europe/Berlin]'].map(isTimeZone)).toEqual([false, false, false]);
});
