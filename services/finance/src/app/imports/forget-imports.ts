import type { Deps } from '../index.ts';

const RECEIVING_MS = 3_600_000;
/** after its last change */
const KEPT_MS = 30 * 86_400_000;

/** Forgets uploads that were cut, and files that nobody committed for 30 days, at most so many; returns how many. */
export async function forgetImports(
  { stores, clock }: Pick<Deps, 'stores' | 'clock'>,
  maximum: number,
): Promise<number> {
  const before = (ms: number) => new Date(clock().getTime() - ms);
  return stores.imports.forgetBefore({ receiving: before(RECEIVING_MS), others: before(KEPT_MS) }, maximum);
}
