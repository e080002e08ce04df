import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { BudgetView } from './budget-view.ts';
import { withStates } from './budget-view.ts';

/** One of the person's budgets. Throws NOT_FOUND, also for another person's; UNAVAILABLE without users. */
export async function getBudget(
  { stores, preferences }: Pick<Deps, 'stores' | 'preferences'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<BudgetView> {
  const budget = await stores.budgets.find(ownerId, id);
  if (!budget) throw notFound('Budget');
  const [view] = await withStates(stores, [budget], await preferences.of(ownerId));
  if (!view) throw notFound('Budget');
  return view;
}
