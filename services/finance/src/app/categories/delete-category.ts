import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/**
 * Deletes a category. What is filed under it keeps showing it; its budgets stay; categories under it come to the first
 * level. Throws NOT_FOUND.
 */
export async function deleteCategory(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<void> {
  await transact(async (tx) => {
    await tx.owners.lock(ownerId);
    if (!(await tx.categories.find(ownerId, id, { lock: 'update' }))) throw notFound('Category');
    await tx.categories.moveChildren(ownerId, id, null);
    await tx.categories.update(id, { archived: true }, clock());
  });
}
