/** Wrong guesses of one account in one lane that cost nothing. */
export const FREE_FAILURES = 5;
const LONGEST_WAIT_MS = 900_000;
/** Failures are forgotten after a day without one. */
export const FORGET_AFTER_MS = 24 * 3_600_000;

/** Wait after the n-th failure: none for the first four, then 0.5, 1, 2, 4 s ... up to 15 minutes (ASVS 5 6.3.1). */
export function waitMs(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(failures - FREE_FAILURES, 20));
}
