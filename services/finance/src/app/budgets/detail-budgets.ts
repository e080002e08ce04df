import type { Category } from '../../domain/category.ts';
import type { Deps } from '../index.ts';
import type { BudgetView } from './budget-view.ts';

/** The category is the first where there are several. */
export type DetailedBudget = BudgetView & { category: Category | undefined };

/** Adds the categories to budgets of one person, deleted ones included, in one query. */
export async function detailBudgets(
  { stores }: Pick<Deps, 'stores'>,
  budgets: readonly BudgetView[],
): Promise<DetailedBudget[]> {
  const [first] = budgets;
  if (!first) return [];
  const ids = new Set(budgets.flatMap(({ categoryIds }) => categoryIds[0] ?? []));
  const categories = await stores.categories.byIds(first.ownerId, [...ids]);
  const byId = new Map(categories.map((category) => [category.id, category]));
  return budgets.map((budget) => ({ ...budget, category: byId.get(budget.categoryIds[0] ?? '') }));
}
