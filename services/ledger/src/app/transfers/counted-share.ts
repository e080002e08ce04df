import { countsSince, dayOf } from '../../domain/posting/limits.ts';
import type { Share } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Returnable } from './ports.ts';

/**
 * What a transfer counts less towards the limits of its sender once so much more of it (negative: less) is given back, by
 * default all; undefined when it counts nothing.
 */
export async function countedShare(
  { holds }: Pick<Deps, 'holds'>,
  { transfer, returned, alsoAt }: Pick<Returnable, 'transfer' | 'returned' | 'alsoAt'>,
  more = transfer.amount - returned,
): Promise<Share | undefined> {
  const { kind, reference, amount, fromAccountId: accountId } = transfer;
  const hold = kind === 'capture' && reference !== null ? await holds.find(reference) : undefined;
  const day = countsSince(transfer, hold && dayOf(hold.createdAt));
  if (day === undefined) return undefined;
  const [counted, still] = [amount - returned, amount - returned - more];
  // the transfer itself counts as long as a part of it does
  return { accountId, alsoAt, counted, still, count: Number(counted > 0n) - Number(still > 0n), day };
}
