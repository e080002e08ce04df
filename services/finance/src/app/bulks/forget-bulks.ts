import type { Deps } from '../index.ts';

/** repeats of a request get its first result for so long */
const KEPT_MS = 86_400_000;

/** Forgets changes that could last be taken back a day ago, at most so many; returns how many. */
export async function forgetBulks({ stores, clock }: Pick<Deps, 'stores' | 'clock'>, maximum: number): Promise<number> {
  return stores.bulks.forgetBefore(new Date(clock().getTime() - KEPT_MS), maximum);
}
