import { invalidField, notFound } from '@florin/errors';
import type { Category } from '../../domain/category.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';

interface MergeCategory {
  ownerId: string;
  id: string;
  intoId: string;
}

/**
 * Moves everything filed under a category, and its budgets, to another of the same type, and deletes it. What the ledger
 * would file under it later goes to the other, too. Returns the other. Throws NOT_FOUND, INVALID_ARGUMENT on `into`.
 */
export async function mergeCategory(
  deps: Pick<Deps, 'transact' | 'clock' | 'newId' | 'nudge'>,
  { ownerId, id, intoId }: MergeCategory,
): Promise<Category> {
  if (id === intoId) throw invalidField('into', 'must be another category');
  const into = await deps.transact(async (tx) => {
    const found = new Map<string, Category>();
    // one order of locks, so that two merges the other way round don't wait for each other
    for (const each of [id, intoId].sort()) {
      const category = await tx.categories.find(ownerId, each, { lock: 'update' });
      if (category) found.set(each, category);
    }
    const [from, target] = [found.get(id), found.get(intoId)];
    if (!from || !target) throw notFound('Category');
    if (from.type !== target.type) throw invalidField('into', `must be a category of type ${from.type}`);
    await tx.categories.mergeInto(ownerId, id, intoId, deps.clock());
    await tellThresholds(deps, tx, ownerId, [intoId]);
    return target;
  });
  deps.nudge();
  return into;
}
