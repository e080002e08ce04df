import type { Category } from '../../domain/category.ts';
import type { Fields, Found, Query } from '../../domain/query.ts';
import { answerQuery } from '../../domain/query.ts';
import { MOST_CATEGORIES } from '../limits.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';

const FIELDS: Fields<Category> = {
  name: { text: ({ name }) => name },
  type: { text: ({ type }) => type },
  icon: { text: ({ icon }) => icon },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** A page of the person's categories. Throws INVALID_ARGUMENT for an unknown field. */
export function queryCategories({ db }: Deps, setup: OwnerSetup) {
  return async (ownerId: string, query: Query): Promise<Found<Category>> => {
    await setup.categories(ownerId);
    return answerQuery(await db.stores.categories.list(ownerId, {}, { limit: MOST_CATEGORIES }), query, FIELDS);
  };
}
