import { FlorinError, notFound } from '@florin/errors';
import { tellOf, type Telling } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';

/**
 * Takes a tag off all transactions, and off budgets that count others, too, and deletes it. Throws NOT_FOUND, CONFLICT while a
 * budget is over it alone: that would count everything.
 */
export async function deleteTag(
  deps: Telling & Pick<Deps, 'transact' | 'nudge'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    await tx.tags.lockRows(ownerId, id);
    if (!(await tx.tags.find(ownerId, id, 'update'))) throw notFound('Tag');
    const budgets = await tx.budgets.lockByTag(ownerId, id);
    if (budgets.some(({ tagIds }) => tagIds.length === 1)) {
      throw new FlorinError(
        'CONFLICT',
        'A budget is over this tag alone; delete it or give it others, or merge the tag',
      );
    }
    await tx.tags.remove(ownerId, id);
    const changed = [];
    for (const budget of budgets) {
      const tagIds = budget.tagIds.filter((each) => each !== id);
      changed.push(await tx.budgets.update(budget.id, { tagIds }, deps.clock()));
    }
    await tellOf(deps, tx, changed);
  });
  deps.nudge();
}
