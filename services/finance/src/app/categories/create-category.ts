import type { Category, CategoryType } from '../../domain/category.ts';
import { MAX_CATEGORIES, requireRoom } from '../../domain/limits.ts';
import type { GiveCategories } from '../owners/give-categories.ts';
import { giveCategories } from '../owners/give-categories.ts';
import type { Keyed, Once } from '../ports.ts';
import type { Deps } from '../index.ts';

interface NewCategory {
  name: string;
  type: CategoryType;
  icon: string;
}

/** Makes a category of the person's own. Throws LIMIT_EXCEEDED beyond 500, IDEMPOTENCY_MISMATCH. */
export async function createCategory(
  deps: Pick<Deps, 'once'> & GiveCategories,
  { ownerId, key, ...input }: Keyed<NewCategory>,
): Promise<Once<Category>> {
  await giveCategories(deps, ownerId);
  return deps.once({ scope: `${ownerId} create category`, key, request: input }, async (tx) => {
    requireRoom(await tx.categories.count(ownerId), MAX_CATEGORIES, 'categories');
    const now = deps.clock();
    const stamps = { createdAt: now, updatedAt: now };
    const made: Category = { id: deps.newId(), ownerId, ...input, slug: null, archived: false, ...stamps };
    await tx.categories.insert([made]);
    return made;
  });
}
