import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Puts rules first, in the order of their ids; the others follow as they were. Throws NOT_FOUND for any unknown one. */
export async function orderRules(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, ids }: { ownerId: string; ids: readonly string[] },
): Promise<void> {
  await transact(async (tx) => {
    await tx.owners.lock(ownerId);
    if ((await tx.rules.byIds(ownerId, ids)).length < new Set(ids).size) throw notFound('Rule');
    await tx.rules.reorder(ownerId, ids, clock());
  });
}
