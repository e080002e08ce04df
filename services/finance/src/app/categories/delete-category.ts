import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';

/**
 * Deletes a category, once per key. What is filed under it keeps showing it; its budgets stay; what recurs
 * under it is paused; categories under it come to the first level. Throws NOT_FOUND.
 */
export async function deleteCategory(
  { once, clock }: Pick<Deps, 'once' | 'clock'>,
  { ownerId, key, id }: Keyed<{ id: string }>,
): Promise<void> {
  await once({ scope: `${ownerId} delete category`, key, request: { id } }, async (tx) => {
    await tx.owners.lock(ownerId);
    if (!(await tx.categories.find(ownerId, id, { lock: 'update' }))) throw notFound('Category');
    await tx.categories.moveChildren(ownerId, id, null);
    await tx.categories.update(id, { archived: true }, clock());
    await tx.recurring.pause(ownerId, { categoryId: id }, 'category-deleted', clock());
    return null;
  });
}
