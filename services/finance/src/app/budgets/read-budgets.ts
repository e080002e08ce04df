import { notFound } from '@florin/errors';
import type { Budget, BudgetState } from '../../domain/budget.ts';
import { stateOf } from '../../domain/budget.ts';
import type { Preferences } from '../../domain/time/period.ts';
import type { Deps } from '../ports.ts';
import type { Slice, Stores } from '../store-ports.ts';
import { spanOf } from './thresholds.ts';

export type BudgetView = Budget & BudgetState;

/** Adds what was spent and what remains, in one query for all budgets. */
export async function withStates(
  { budgets }: Pick<Stores, 'budgets'>,
  list: readonly Budget[],
  preferences: Preferences,
): Promise<BudgetView[]> {
  const spent = await budgets.spent(list.map((budget) => spanOf(budget, preferences)));
  return list.map((budget) => ({ ...budget, ...stateOf(budget, spent.get(budget.id) ?? 0n) }));
}

/** The person's budgets, oldest first. */
export function listBudgets({ db, preferences }: Deps) {
  return async (ownerId: string, filter: { categoryId?: string | undefined }, slice: Slice): Promise<BudgetView[]> =>
    withStates(db.stores, await db.stores.budgets.list(ownerId, filter, slice), await preferences.of(ownerId));
}

/** One of the person's budgets. Throws NOT_FOUND, also for another person's. */
export function getBudget({ db, preferences }: Deps) {
  return async (ownerId: string, id: string): Promise<BudgetView> => {
    const budget = await db.stores.budgets.find(ownerId, id);
    if (!budget) throw notFound('Budget');
    const [view] = await withStates(db.stores, [budget], await preferences.of(ownerId));
    if (!view) throw notFound('Budget');
    return view;
  };
}
