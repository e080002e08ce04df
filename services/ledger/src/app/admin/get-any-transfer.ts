import { notFound } from '@florin/errors';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';

/** Any transfer by its id. NOT_FOUND when there is none. */
export async function getAnyTransfer({ transfers }: Pick<Deps, 'transfers'>, id: string): Promise<Transfer> {
  const found = await transfers.byId(id);
  if (!found) throw notFound('transfer');
  return found;
}
