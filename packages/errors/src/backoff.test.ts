import { backoff } from './backoff.ts';

describe('backoff', () => {
  test('without jitter the waits double from the first to the maximum', () => {
    const waitMs = backoff({ firstMs: 100, maximumMs: 1_000, jitter: 0 });
    expect([1, 2, 3, 4, 5, 1_000].map(waitMs)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  test('a factor of its own replaces the doubling', () => {
    const waitMs = backoff({ firstMs: 2_000, maximumMs: 600_000, factor: 4, jitter: 0 });
    expect([1, 2, 3, 6].map(waitMs)).toEqual([2_000, 8_000, 32_000, 600_000]);
  });

  test('jitter takes off at most its part', () => {
    const waitMs = backoff({ firstMs: 1_000, maximumMs: 1_000 });
    const waits = Array.from({ length: 200 }, () => waitMs(1));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(750);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
    expect(new Set(waits).size).toBeGreaterThan(1);
  });
});
