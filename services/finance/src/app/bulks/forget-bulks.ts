import type { Deps } from '../index.ts';

/** repeats of a request get its first result for so long */
const KEPT_MS = 86_400_000;

/** Forgets changes, by rules too, that could last be taken back a day ago, at most so many; returns how many. */
export async function forgetBulks({ stores, clock }: Pick<Deps, 'stores' | 'clock'>, maximum: number): Promise<number> {
  const time = new Date(clock().getTime() - KEPT_MS);
  const runs = await stores.rules.forgetRunsBefore(time, maximum);
  return Math.max(runs, await stores.bulks.forgetBefore(time, maximum));
}
