import { FlorinError, notFound } from '@florin/errors';
import type { Category, CategoryType } from '../../domain/category.ts';
import { requireFreeName } from './free-name.ts';
import type { Deps } from '../index.ts';

export interface CategoryChanges {
  name?: string | undefined;
  icon?: string | undefined;
  /** only while nothing is filed under it */
  type?: CategoryType | undefined;
}

interface UpdateCategory {
  ownerId: string;
  id: string;
  changes: CategoryChanges;
  /** whether another category may not have the name (in `/v1`) */
  uniqueName?: boolean;
}

/** Changes a category. Throws NOT_FOUND, CONFLICT for another type when transactions are filed under it, or a name that is taken. */
export async function updateCategory(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, id, changes, uniqueName = false }: UpdateCategory,
): Promise<Category> {
  return transact(async (tx) => {
    const category = await tx.categories.find(ownerId, id, { lock: 'update' });
    if (!category) throw notFound('Category');
    if (changes.type !== undefined && changes.type !== category.type) {
      const used = category.slug !== null || (await tx.categories.isUsed(ownerId, id));
      if (used) throw new FlorinError('CONFLICT', 'The type is fixed once transactions are filed under the category');
    }
    const next = { ownerId, name: changes.name ?? category.name, type: changes.type ?? category.type };
    const isRenamed = next.name !== category.name || next.type !== category.type;
    if (uniqueName && isRenamed) await requireFreeName(tx, next, id);
    return tx.categories.update(id, changes, clock());
  });
}
