export interface BackoffOptions {
  /** wait after the first failure */
  firstMs: number;
  /** no wait is longer */
  maximumMs: number;
  /** each wait is this many times the one before; default 2 */
  factor?: number;
  /** part of a wait that is taken off at random, so that many do not retry in step; default 0.25, 0 for exact waits */
  jitter?: number;
}

/** Returns the wait in ms after the n-th failure in a row, n from 1: it grows from `firstMs` to `maximumMs`. */
export function backoff({
  firstMs,
  maximumMs,
  factor = 2,
  jitter = 0.25,
}: BackoffOptions): (failures: number) => number {
  return (failures) => {
    const exactMs = Math.min(maximumMs, firstMs * factor ** Math.min(failures - 1, 60));
    return Math.round(exactMs * (1 - Math.random() * jitter));
  };
}
