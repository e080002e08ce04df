import { notFound } from '@florin/errors';
import { isPartyOf, type Hold } from '../../domain/hold.ts';
import type { Deps } from '../index.ts';

/** A hold the user is a party of. NOT_FOUND for any other. */
export async function getHold(
  { holds }: Pick<Deps, 'holds'>,
  { callerId, id }: { callerId: string; id: string },
): Promise<Hold> {
  const hold = await holds.find(id);
  if (!hold || !isPartyOf(hold, callerId)) throw notFound('hold');
  return hold;
}
