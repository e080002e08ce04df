import { createRecent } from './recent.ts';

function recentAt() {
  const clock = { now: 0 };
  return { clock, recent: createRecent<number>({ freshMs: 1_000, maximum: 10 }, () => clock.now) };
}

test.each([0, 300, 499, 500, 900])(
  'what was set at %i ms is known for half of the time, and gone after all of it',
  (at) => {
    for (const looks of [100, 499, 999, 3_000]) {
      const { clock, recent } = recentAt();
      clock.now = at;
      recent.set('a', 1);
      for (let ms = 0; ms < 3_000; ms += looks) {
        clock.now = at + ms;
        const found = recent.get('a');
        if (ms < 500) expect(found).toBe(1);
        if (ms >= 1_000) expect(found).toBeUndefined();
      }
    }
  },
);

test('no more keys are kept than the maximum, the newest ones', () => {
  const { recent } = recentAt();
  const keys = Array.from({ length: 100 }, (_, index) => String(index));
  keys.forEach((key, index) => {
    recent.set(key, index);
  });
  const kept = keys.filter((key) => recent.get(key) !== undefined);
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(kept.slice(-5)).toEqual(['95', '96', '97', '98', '99']);
});
