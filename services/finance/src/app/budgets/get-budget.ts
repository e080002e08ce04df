import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import { todayOf, withFigures, type BudgetView } from './budget-view.ts';

/** One of the person's budgets. Throws NOT_FOUND, also for another person's. */
export async function getBudget(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<BudgetView> {
  const budget = await deps.stores.budgets.find(ownerId, id);
  if (!budget) throw notFound('Budget');
  const [view] = await withFigures(deps.stores, [budget], await todayOf(deps, ownerId, [budget]));
  if (!view) throw notFound('Budget');
  return view;
}
