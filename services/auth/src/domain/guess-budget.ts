import { backoff } from '@florin/errors';

/** Wrong guesses of one account in one lane that cost nothing. */
export const FREE_FAILURES = 5;
/** Failures are forgotten after a day without one. */
export const FORGET_AFTER_MS = 24 * 3_600_000;

const laterWaitMs = backoff({ firstMs: 500, maximumMs: 900_000, jitter: 0 });

/** Wait after the n-th failure: none for the first four, then 0.5, 1, 2, 4 s ... up to 15 minutes (ASVS 5 6.3.1). */
export function waitMs(failures: number): number {
  return failures < FREE_FAILURES ? 0 : laterWaitMs(failures - FREE_FAILURES + 1);
}
