import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Deletes a budget. Throws NOT_FOUND. */
export async function deleteBudget(
  { transact }: Pick<Deps, 'transact'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<void> {
  await transact(async (tx) => {
    if (!(await tx.budgets.find(ownerId, id, 'update'))) throw notFound('Budget');
    await tx.budgets.remove(id);
  });
}
