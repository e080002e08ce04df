import { notFound } from '@florin/errors';
import type { Category } from '../../domain/category.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { CategoryFilter, Slice } from '../store-ports.ts';

/** The person's categories, oldest first; the default ones are made when it is the first time. */
export function listCategories({ db }: Deps, setup: OwnerSetup) {
  return async (ownerId: string, filter: CategoryFilter, slice: Slice): Promise<Category[]> => {
    await setup.categories(ownerId);
    return db.stores.categories.list(ownerId, filter, slice);
  };
}

/** One of the person's categories. Throws NOT_FOUND, also for a deleted one or another person's. */
export function getCategory({ db }: Deps) {
  return async (ownerId: string, id: string): Promise<Category> => {
    const found = await db.stores.categories.find(ownerId, id);
    if (!found) throw notFound('Category');
    return found;
  };
}
