import { notFound } from '@florin/errors';
import type { AmountInput } from '../../domain/amount.ts';
import { toPositive } from '../../domain/amount.ts';
import { defined } from '../../domain/defined.ts';
import type { Deps } from '../ports.ts';
import { requirePeriod } from './create-budget.ts';
import type { BudgetView } from './read-budgets.ts';
import { withStates } from './read-budgets.ts';
import { tellThresholds } from './thresholds.ts';

export interface BudgetChanges {
  amount?: AmountInput | undefined;
  periodStart?: string | undefined;
  periodEnd?: string | undefined;
  description?: string | undefined;
  categoryId?: string | undefined;
}

/**
 * Changes a budget. Another period or category starts the thresholds anew; another amount tells those it newly reaches.
 * Throws NOT_FOUND (budget, category), INVALID_ARGUMENT.
 */
export function updateBudget(deps: Deps) {
  return async (ownerId: string, id: string, changes: BudgetChanges): Promise<BudgetView> => {
    const preferences = await deps.preferences.of(ownerId);
    const changed = await deps.db.inTransaction(async (stores) => {
      const budget = await stores.budgets.find(ownerId, id, 'update');
      if (!budget) throw notFound('Budget');
      const amount = changes.amount && toPositive(changes.amount, budget.currency);
      const next = { ...budget, ...defined({ ...changes, amount }) };
      requirePeriod(next.periodStart, next.periodEnd);
      if (
        next.categoryId !== budget.categoryId &&
        !(await stores.categories.find(ownerId, next.categoryId, { lock: 'share' }))
      ) {
        throw notFound('Category');
      }
      const anew = (['periodStart', 'periodEnd', 'categoryId'] as const).some((field) => next[field] !== budget[field]);
      await stores.budgets.update(id, { ...changes, amount, ...(anew ? { alertedPercent: 0 } : {}) }, deps.clock());
      await tellThresholds(deps, stores, [next.categoryId], preferences);
      const current = await stores.budgets.find(ownerId, id);
      const [view] = current ? await withStates(stores, [current], preferences) : [];
      if (!view) throw notFound('Budget');
      return view;
    });
    deps.nudge();
    return changed;
  };
}

/** Deletes a budget. Throws NOT_FOUND. */
export function deleteBudget({ db }: Deps) {
  return async (ownerId: string, id: string): Promise<void> =>
    db.inTransaction(async (stores) => {
      if (!(await stores.budgets.find(ownerId, id, 'update'))) throw notFound('Budget');
      await stores.budgets.remove(id);
    });
}
