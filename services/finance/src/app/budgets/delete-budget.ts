import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';

/** Deletes a budget. Once per key. Throws NOT_FOUND. */
export async function deleteBudget(
  { once }: Pick<Deps, 'once'>,
  { ownerId, key, id }: Keyed<{ id: string }>,
): Promise<void> {
  await once({ scope: `${ownerId} delete budget`, key, request: { id } }, async (tx) => {
    if (!(await tx.budgets.find(ownerId, id, 'update'))) throw notFound('Budget');
    await tx.budgets.remove(id);
    return null;
  });
}
