import { formatMajor } from '@florin/money';
import type { Category } from '../../domain/category.ts';
import type { Fields, Found, Query } from '../../domain/query.ts';
import { answerQuery } from '../../domain/query.ts';
import { MOST_BUDGETS } from '../limits.ts';
import type { Deps } from '../ports.ts';
import type { BudgetView } from './read-budgets.ts';
import { withStates } from './read-budgets.ts';

export type DetailedBudget = BudgetView & { category: Category | undefined };

const FIELDS: Fields<DetailedBudget> = {
  description: { text: ({ description }) => description },
  amount: { text: ({ amount, currency }) => formatMajor(amount, currency), key: ({ amount }) => amount },
  periodStart: { text: ({ periodStart }) => periodStart },
  periodEnd: { text: ({ periodEnd }) => periodEnd },
  category: { text: ({ category }) => category?.name ?? '' },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** Adds the categories, deleted ones included, in one query. */
export async function withCategories(
  { db }: Pick<Deps, 'db'>,
  budgets: readonly BudgetView[],
): Promise<DetailedBudget[]> {
  const categories = await db.stores.categories.byIds([...new Set(budgets.map(({ categoryId }) => categoryId))]);
  const byId = new Map(categories.map((category) => [category.id, category]));
  return budgets.map((budget) => ({ ...budget, category: byId.get(budget.categoryId) }));
}

/** A page of the person's budgets with what is spent and remains. Throws INVALID_ARGUMENT for an unknown field. */
export function queryBudgets(deps: Deps) {
  return async (ownerId: string, query: Query): Promise<Found<DetailedBudget>> => {
    const { stores } = deps.db;
    const all = await stores.budgets.list(ownerId, {}, { limit: MOST_BUDGETS });
    const views = await withStates(stores, all, await deps.preferences.of(ownerId));
    return answerQuery(await withCategories(deps, views), query, FIELDS);
  };
}
