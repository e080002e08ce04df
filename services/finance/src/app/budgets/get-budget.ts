import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import { withStates, type BudgetView } from './budget-view.ts';

/** One of the person's budgets. Throws NOT_FOUND, also for another person's. */
export async function getBudget(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<BudgetView> {
  const budget = await stores.budgets.find(ownerId, id);
  if (!budget) throw notFound('Budget');
  const [view] = await withStates(stores, [budget]);
  if (!view) throw notFound('Budget');
  return view;
}
