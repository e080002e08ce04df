import type { Category } from '../../domain/category.ts';
import { findInList, type Fields, type Found, type Query } from '../../domain/query.ts';
import { MAX_CATEGORIES } from '../../domain/limits.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Deps } from '../index.ts';

const FIELDS: Fields<Category> = {
  name: { text: ({ name }) => name },
  type: { text: ({ type }) => type },
  icon: { text: ({ icon }) => icon },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** A page of the person's categories. Throws INVALID_ARGUMENT for an unknown field. */
export async function queryCategories(
  deps: Pick<Deps, 'stores'> & GiveCategories,
  { ownerId, query }: { ownerId: string; query: Query },
): Promise<Found<Category>> {
  await giveCategories(deps, ownerId);
  return findInList(await deps.stores.categories.list(ownerId, {}, { limit: MAX_CATEGORIES }), query, FIELDS);
}
