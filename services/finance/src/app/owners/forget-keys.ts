import type { Deps } from '../index.ts';

/** how long a repeat with the same Idempotency-Key gets the first result */
const KEY_LIFETIME_MS = 30 * 86_400_000;

/** Forgets Idempotency-Keys older than 30 days, at most so many; returns how many. */
export async function forgetKeys(
  { forgetKeysBefore, clock }: Pick<Deps, 'forgetKeysBefore' | 'clock'>,
  maximum: number,
) {
  return forgetKeysBefore(new Date(clock().getTime() - KEY_LIFETIME_MS), maximum);
}
