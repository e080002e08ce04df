import type { Category, CategoryType } from '../../domain/category.ts';
import { MAX_CATEGORIES, requireRoom } from '../../domain/limits.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { requireFreeName } from './free-name.ts';
import type { Keyed, Once } from '../ports.ts';
import type { Deps } from '../index.ts';

interface NewCategory {
  name: string;
  type: CategoryType;
  icon: string;
}

/**
 * Makes a category of the person's own. Throws CONFLICT for a name that is taken when names must be unique (in `/v1`; a
 * published dialect allows them twice), LIMIT_EXCEEDED beyond 500, IDEMPOTENCY_MISMATCH.
 */
export async function createCategory(
  deps: Pick<Deps, 'once'> & GiveCategories,
  { ownerId, key, uniqueName = false, ...input }: Keyed<NewCategory> & { uniqueName?: boolean },
): Promise<Once<Category>> {
  await giveCategories(deps, ownerId);
  return deps.once({ scope: `${ownerId} create category`, key, request: input }, async (tx) => {
    requireRoom(await tx.categories.count(ownerId), MAX_CATEGORIES, 'categories');
    if (uniqueName) await requireFreeName(tx, { ownerId, ...input });
    const now = deps.clock();
    const stamps = { createdAt: now, updatedAt: now };
    const made: Category = {
      id: deps.newId(),
      ownerId,
      ...input,
      slug: null,
      archived: false,
      mergedInto: null,
      ...stamps,
    };
    await tx.categories.insert([made]);
    return made;
  });
}
