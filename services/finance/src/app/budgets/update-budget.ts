import { notFound } from '@florin/errors';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import { requirePeriod } from '../../domain/budget.ts';
import { defined } from '../../domain/defined.ts';
import type { Deps } from '../index.ts';
import { withStates, type BudgetView } from './budget-view.ts';
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
export async function updateBudget(
  deps: Pick<Deps, 'transact' | 'clock' | 'newId' | 'nudge'>,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: BudgetChanges },
): Promise<BudgetView> {
  const changed = await deps.transact(async (tx) => {
    const budget = await tx.budgets.find(ownerId, id, 'update');
    if (!budget) throw notFound('Budget');
    const amount = changes.amount && toPositive(changes.amount, budget.currency);
    const next = { ...budget, ...defined({ ...changes, amount }) };
    requirePeriod(next.periodStart, next.periodEnd);
    if (
      next.categoryId !== budget.categoryId &&
      !(await tx.categories.find(ownerId, next.categoryId, { lock: 'share' }))
    ) {
      throw notFound('Category');
    }
    const anew = (['periodStart', 'periodEnd', 'categoryId'] as const).some((field) => next[field] !== budget[field]);
    await tx.budgets.update(id, { ...changes, amount, ...(anew ? { alertedPercent: 0 } : {}) }, deps.clock());
    await tellThresholds(deps, tx, ownerId, [next.categoryId]);
    const current = await tx.budgets.find(ownerId, id);
    const [view] = current ? await withStates(tx, [current]) : [];
    if (!view) throw notFound('Budget');
    return view;
  });
  deps.nudge();
  return changed;
}
