import fc from 'fast-check';
import { decideSpin, drawReward, nextWindowStart, windowStart } from './wheel.ts';

/** mulberry32: a small generator with a seed, so that a run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('rewards come as often as their weights say', () => {
  const random = seeded(20261118);
  const turns = 200_000;
  const counts = new Map<number, number>();
  for (let turn = 0; turn < turns; turn += 1) {
    const reward = drawReward(random);
    counts.set(reward, (counts.get(reward) ?? 0) + 1);
  }
  const wanted = { 0: 0.36, 50: 0.18, 100: 0.18, 200: 0.12, 300: 0.08, 400: 0.04, 500: 0.04 };
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Object.keys(wanted).map(Number));
  for (const [reward, share] of Object.entries(wanted)) {
    // five standard deviations of a share of so many turns
    const tolerance = 5 * Math.sqrt((share * (1 - share)) / turns);
    expect(Math.abs((counts.get(Number(reward)) ?? 0) / turns - share)).toBeLessThan(tolerance);
  }
});

test('the ends of the range are blanks and the highest reward', () => {
  expect(drawReward(() => 0)).toBe(0);
  expect(drawReward(() => 1 - Number.EPSILON)).toBe(500);
});

test.each([
  ['2026-11-16', '2026-11-16', '2026-11-19'],
  ['2026-11-18', '2026-11-16', '2026-11-19'],
  ['2026-11-19', '2026-11-19', '2026-11-21'],
  ['2026-11-20', '2026-11-19', '2026-11-21'],
  ['2026-11-21', '2026-11-21', '2026-11-23'],
  ['2026-11-22', '2026-11-21', '2026-11-23'],
  ['2026-12-31', '2026-12-31', '2027-01-02'],
])('%s lies in the window of %s, and the next starts on %s', (day, start, next) => {
  expect([windowStart(day), nextWindowStart(day)]).toEqual([start, next]);
});

describe('a spin', () => {
  const now = new Date('2026-11-18T20:00:00.000Z');
  const fresh = { timeZone: 'Europe/Berlin', lastReward: null, paidWindow: null };
  const blank = () => 0;
  const fifty = () => 0.4;

  test('is free the first time and ends at the end of the day; the next waits for the next window', () => {
    expect(decideSpin(fresh, now, fifty)).toEqual({
      cost: 0,
      reward: 50,
      window: '2026-11-16',
      spunAt: new Date('2026-11-18T22:59:59.000Z'),
      nextSpinAt: new Date('2026-11-18T23:00:00.000Z'),
    });
  });

  test('is free after a blank and possible at once', () => {
    expect(decideSpin(fresh, now, blank)).toMatchObject({ reward: 0, nextSpinAt: null });
    expect(decideSpin({ ...fresh, lastReward: 0 }, now, blank)).toMatchObject({ cost: 0 });
  });

  test('costs ten points after a win, and waits for the next window', () => {
    const won = { ...fresh, lastReward: 50, paidWindow: '2026-11-16' };
    expect(decideSpin(won, now, fifty)).toBeUndefined();
    const thursday = new Date('2026-11-18T23:00:00.000Z');
    expect(decideSpin(won, thursday, fifty)).toMatchObject({ cost: 10, window: '2026-11-19' });
  });

  test('moving the time zone never brings a second win in a window', () => {
    const zones = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Niue', 'UTC', 'Asia/Tokyo', 'America/New_York');
    fc.assert(
      fc.property(fc.array(zones, { maxLength: 30 }), (moves) => {
        let paidWindow: string | null = null;
        let wins = 0;
        for (const timeZone of moves) {
          const spin = decideSpin({ timeZone, lastReward: 50, paidWindow }, now, fifty);
          if (!spin) continue;
          wins += 1;
          paidWindow = spin.window;
        }
        // at this instant the world's calendars lie in two windows
        return wins <= 2;
      }),
    );
  });
});
