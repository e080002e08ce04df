import type { Category, CategoryType } from '../../domain/category.ts';
import { MOST_CATEGORIES, requireRoom } from '../limits.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';

export interface NewCategory {
  name: string;
  type: CategoryType;
  icon: string;
}

/** Makes a category of the person's own. Throws LIMIT_EXCEEDED beyond 500, IDEMPOTENCY_MISMATCH. */
export function createCategory({ db, clock, newId }: Deps, setup: OwnerSetup) {
  return async (
    ownerId: string,
    input: NewCategory,
    key: string | undefined,
  ): Promise<{ category: Category; replayed: boolean }> => {
    await setup.categories(ownerId);
    const { body: category, replayed } = await db.idempotently(
      { scope: `${ownerId} create category`, key, request: input },
      async (stores) => {
        requireRoom(await stores.categories.count(ownerId), MOST_CATEGORIES, 'categories');
        const now = clock();
        const made: Category = {
          id: newId(),
          ownerId,
          ...input,
          slug: null,
          archived: false,
          createdAt: now,
          updatedAt: now,
        };
        await stores.categories.insert([made]);
        return made;
      },
    );
    return { category, replayed };
  };
}
