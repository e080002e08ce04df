import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import { withStates, type BudgetView } from './budget-view.ts';

interface ListBudgets {
  ownerId: string;
  filter?: { categoryId?: string | undefined };
  slice: Slice;
}

/** The person's budgets, oldest first. */
export async function listBudgets(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter = {}, slice }: ListBudgets,
): Promise<BudgetView[]> {
  return withStates(stores, await stores.budgets.list(ownerId, filter, slice));
}
