import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import type { BudgetFilter } from './ports.ts';
import { todayOf, withFigures, type BudgetView } from './budget-view.ts';

interface ListBudgets {
  ownerId: string;
  filter?: BudgetFilter;
  slice: Slice;
}

/** The person's budgets, oldest first. */
export async function listBudgets(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock'>,
  { ownerId, filter = {}, slice }: ListBudgets,
): Promise<BudgetView[]> {
  const budgets = await deps.stores.budgets.list(ownerId, filter, slice);
  if (budgets.length === 0) return [];
  return withFigures(deps.stores, budgets, await todayOf(deps, ownerId, budgets));
}
