import { FlorinError, notFound } from '@florin/errors';
import type { Category, CategoryType } from '../../domain/category.ts';
import type { Deps } from '../ports.ts';

export interface CategoryChanges {
  name?: string | undefined;
  icon?: string | undefined;
  /** only while nothing is filed under it */
  type?: CategoryType | undefined;
}

/** Changes a category. Throws NOT_FOUND, CONFLICT for another type when transactions are filed under it. */
export function updateCategory({ db, clock }: Deps) {
  return async (ownerId: string, id: string, changes: CategoryChanges): Promise<Category> =>
    db.inTransaction(async (stores) => {
      const category = await stores.categories.find(ownerId, id, { lock: 'update' });
      if (!category) throw notFound('Category');
      if (changes.type !== undefined && changes.type !== category.type) {
        const used = category.slug !== null || (await stores.categories.isUsed(id));
        if (used) throw new FlorinError('CONFLICT', 'The type is fixed once transactions are filed under the category');
      }
      return stores.categories.update(id, changes, clock());
    });
}

/** Deletes a category. What is filed under it keeps showing it; its budgets stay. Throws NOT_FOUND. */
export function deleteCategory({ db, clock }: Deps) {
  return async (ownerId: string, id: string): Promise<void> =>
    db.inTransaction(async (stores) => {
      if (!(await stores.categories.find(ownerId, id, { lock: 'update' }))) throw notFound('Category');
      await stores.categories.update(id, { archived: true }, clock());
    });
}
