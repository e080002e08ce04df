import { notFound } from '@florin/errors';
import type { Transfer } from '../../domain/posting/posting.ts';
import { isParty } from '../../domain/posting/transfer-filter.ts';
import type { Deps } from '../index.ts';

/** A transfer the user is a party of. NOT_FOUND for any other. */
export async function getTransfer(
  { transfers }: Pick<Deps, 'transfers'>,
  { callerId, id }: { callerId: string; id: string },
): Promise<Transfer> {
  const found = await transfers.byId(id);
  if (!found || !isParty(found, callerId)) throw notFound('transfer');
  return found;
}
