import { readStated, whenOf } from './occurrence.ts';

const now = new Date('2026-11-30T12:00:00Z');

test.each([
  ['2026-03-10', 'Pacific/Auckland', '2026-03-10', '2026-03-09T11:00:00.000Z'],
  ['2026-03-10 09:30', 'Pacific/Auckland', '2026-03-10', '2026-03-09T20:30:00.000Z'],
  ['2026-03-10T09:30:15', 'Pacific/Auckland', '2026-03-10', '2026-03-09T20:30:15.000Z'],
  ['2026-03-10T09:30:00Z', 'Pacific/Auckland', '2026-03-10', '2026-03-10T09:30:00.000Z'],
  ['2026-03-10T11:30:00Z', 'Pacific/Auckland', '2026-03-11', '2026-03-10T11:30:00.000Z'],
  ['2026-03-10T09:30:00.250+02:00', 'Pacific/Auckland', '2026-03-10', '2026-03-10T07:30:00.250Z'],
  // the evening of the day on which summer time begins: the day has 23 hours
  ['2024-03-31T23:30:00', 'Europe/Berlin', '2024-03-31', '2024-03-31T21:30:00.000Z'],
  // 02:30 does not exist on that day, and comes twice on the day summer time ends
  ['2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31', '2024-03-31T01:30:00.000Z'],
  ['2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27', '2024-10-27T00:30:00.000Z'],
  ['2026-11-20T23:30:00Z', 'Asia/Jakarta', '2026-11-21', '2026-11-20T23:30:00.000Z'],
])('%s on the clock of %s is on %s at %s', async (text, timeZone, date, instant) => {
  const when = whenOf(await readStated(text, () => Promise.resolve(timeZone)), timeZone, now);
  expect([when.date, when.occurredAt.toISOString(), when.zonePending]).toEqual([date, instant, false]);
});

test.each(['yesterday', '2026-02-30', '2026-03-10T25:00', '', '2026-03-10T09', '1e9'])(
  '%j is no time',
  async (text) => {
    await expect(readStated(text, () => Promise.resolve('UTC'))).rejects.toThrow('occurredAt');
  },
);

test('an instant without a known zone waits for it with the day in UTC, a day alone does not', () => {
  const occurredAt = new Date('2026-11-20T23:30:00Z');
  expect(whenOf({ occurredAt }, undefined, now)).toMatchObject({ date: '2026-11-20', zonePending: true });
  expect(whenOf({ date: '2026-11-21' }, undefined, now)).toMatchObject({ date: '2026-11-21', zonePending: false });
});

test.each([
  ['more than a year ahead', { date: '2028-01-01' }, 'date'],
  ['far from its time', { date: '2026-11-01', occurredAt: new Date('2026-11-20T23:30:00Z') }, 'date'],
  ['a time before 1970', { occurredAt: new Date(-1) }, 'occurredAt'],
])('%s is refused', (_what, stated, field) => {
  expect(() => whenOf(stated, 'UTC', now)).toThrow(field);
});
