import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';

/** Transfers by id, whoever's they are. Unknown ids are left out. */
export function findTransfers({ transfers }: Pick<Deps, 'transfers'>, ids: readonly string[]): Promise<Transfer[]> {
  return transfers.byIds(ids);
}
