import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Puts wallets first in lists, in the order of their ids; the others follow as they were. Throws NOT_FOUND for any unknown one. */
export async function orderWallets(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, ids }: { ownerId: string; ids: readonly string[] },
): Promise<void> {
  await transact(async (tx) => {
    await tx.owners.lock(ownerId);
    const found = await tx.wallets.byIds(ownerId, ids);
    if (found.filter(({ status }) => status !== 'archived').length < new Set(ids).size) throw notFound('Wallet');
    await tx.wallets.reorder(ownerId, ids, clock());
  });
}
