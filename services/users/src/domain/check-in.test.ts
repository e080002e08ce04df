import { decideCheckIn } from './check-in.ts';

const state = { registeredAt: new Date('2026-11-17T22:30:00.000Z'), timeZone: 'Europe/Berlin', lastDay: null };

test('the sign-up day has no check-in, by the calendar of the person', () => {
  expect(decideCheckIn(state, new Date('2026-11-17T22:45:00.000Z'), () => 0)).toBe('sign-up day');
  expect(decideCheckIn(state, new Date('2026-11-17T23:00:00.000Z'), () => 0)).toMatchObject({ day: '2026-11-18' });
});

test('a day can be used once, the next one again', () => {
  const used = { ...state, lastDay: '2026-11-18' };
  expect(decideCheckIn(used, new Date('2026-11-18T22:59:59.999Z'), () => 0)).toBe('used');
  expect(decideCheckIn(used, new Date('2026-11-18T23:00:00.000Z'), () => 0)).toMatchObject({ day: '2026-11-19' });
});

test('it brings 20 to 50 points that lapse after seven days, and lasts until the end of the day', () => {
  const now = new Date('2026-11-19T10:00:00.000Z');
  expect(decideCheckIn(state, now, () => 0)).toEqual({
    day: '2026-11-19',
    points: 20,
    lapsesAt: new Date('2026-11-26T10:00:00.000Z'),
    until: new Date('2026-11-19T22:59:59.999Z'),
  });
  expect(decideCheckIn(state, now, () => 1 - Number.EPSILON)).toMatchObject({ points: 50 });
});
