import { invalidField, notFound } from '@florin/errors';
import { placesAfterMerge, type Category } from '../../domain/category.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once } from '../ports.ts';

interface MergeCategory {
  id: string;
  intoId: string;
}

/**
 * Moves everything filed under a category, and its budgets, to another of the same type, and deletes it. What the ledger
 * would file under it later goes to the other, too, and so do the categories under it: under the other, or beside it when it
 * stands under one itself. Returns the other, once per key. Throws NOT_FOUND, INVALID_ARGUMENT on `into`.
 */
export async function mergeCategory(
  deps: Pick<Deps, 'once' | 'preferences' | 'clock' | 'newId' | 'nudge'>,
  { ownerId, key, id, intoId }: Keyed<MergeCategory>,
): Promise<Once<Category>> {
  if (id === intoId) throw invalidField('into', 'must be another category');
  const order = { scope: `${ownerId} merge category`, key, request: { id, intoId } };
  const into = await deps.once(order, async (tx) => {
    await tx.owners.lock(ownerId);
    const found = new Map<string, Category>();
    // one order of locks, as where rows are filed
    for (const each of [id, intoId].sort()) {
      const category = await tx.categories.find(ownerId, each, { lock: 'update' });
      if (category) found.set(each, category);
    }
    const [from, target] = [found.get(id), found.get(intoId)];
    if (!from || !target) throw notFound('Category');
    if (from.type !== target.type) throw invalidField('into', `must be a category of type ${from.type}`);
    const now = deps.clock();
    const places = placesAfterMerge(from, target);
    await tx.categories.moveChildren(ownerId, id, places.children);
    const moved = await tx.categories.update(intoId, { parentId: places.into }, now);
    await tx.categories.mergeInto(ownerId, id, intoId, now);
    await tellThresholds(deps, tx, ownerId, { categoryIds: [intoId], tags: [] });
    return moved;
  });
  deps.nudge();
  return into;
}
