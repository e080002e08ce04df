import type { Returns } from '../../domain/returns.ts';
import type { Deps } from '../index.ts';

/** What was given back of transfers, by their ids, in one read; null stands for one that never was. */
export async function findReturns(
  { transfers }: Pick<Deps, 'transfers'>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Returns>> {
  const known = ids.filter((id) => id !== null);
  return known.length === 0 ? new Map() : transfers.returnsOf(known);
}
