import { countedBy, dayOf } from '../../domain/posting/limits.ts';
import type { Share, Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';

/** What a transfer counts towards the limits of its sender, since when it does; undefined when it counts nothing. */
export async function countedShare({ holds }: Pick<Deps, 'holds'>, transfer: Transfer): Promise<Share | undefined> {
  const { kind, reference } = transfer;
  const hold = kind === 'capture' && reference !== null ? await holds.find(reference) : undefined;
  return countedBy(transfer, hold && dayOf(hold.createdAt));
}
