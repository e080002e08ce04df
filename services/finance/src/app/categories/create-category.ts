import { notFound } from '@florin/errors';
import { requireParent, type Category, type CategoryType } from '../../domain/category.ts';
import { MAX_CATEGORIES, requireRoom } from '../../domain/limits.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { requireFreeName } from './free-name.ts';
import type { Keyed, Once } from '../ports.ts';
import type { Deps } from '../index.ts';

interface NewCategory {
  name: string;
  type: CategoryType;
  icon: string;
  colour?: string | null | undefined;
  /** a category of the first level and the same type; default: none, it is of the first level itself */
  parentId?: string | null | undefined;
  /** its place in lists; default: the last */
  order?: number | undefined;
}

/**
 * Makes a category of the person's own. Throws NOT_FOUND or INVALID_ARGUMENT for the one above it, CONFLICT for a name that
 * is taken in its level when names must be unique (in `/v1`; a published dialect allows them twice), LIMIT_EXCEEDED beyond
 * 500, IDEMPOTENCY_MISMATCH.
 */
export async function createCategory(
  deps: Pick<Deps, 'once'> & GiveCategories,
  { ownerId, key, uniqueName = false, ...input }: Keyed<NewCategory> & { uniqueName?: boolean },
): Promise<Once<Category>> {
  await giveCategories(deps, ownerId);
  return deps.once({ scope: `${ownerId} create category`, key, request: input }, async (tx) => {
    await tx.owners.lock(ownerId);
    requireRoom(await tx.categories.count(ownerId), MAX_CATEGORIES, 'categories');
    const { colour = null, parentId = null, order = await tx.categories.lastOrder(ownerId) } = input;
    if (parentId !== null) {
      const parent = await tx.categories.find(ownerId, parentId);
      if (!parent) throw notFound('Parent category');
      requireParent(parent, input.type);
    }
    if (uniqueName) await requireFreeName(tx, { ownerId, ...input, parentId });
    const now = deps.clock();
    const own = { ownerId, slug: null, archived: false, mergedInto: null, createdAt: now, updatedAt: now };
    const made: Category = { id: deps.newId(), ...input, colour, parentId, order, ...own };
    await tx.categories.insert([made]);
    return made;
  });
}
