import { createEvents } from '@florin/messaging';
import { hasEnded, percentReached, thresholdReached, type Budget } from '../../domain/budget.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { BudgetSpan } from './ports.ts';

export function spanOf(budget: Budget): BudgetSpan {
  const { id, ownerId, categoryId, currency, periodStart, periodEnd } = budget;
  return { budgetId: id, ownerId, categoryId, currency, period: { start: periodStart, end: periodEnd } };
}

/**
 * Looks at the budgets of categories whose rows just changed in this transaction, and writes
 * finance.budget-threshold-reached.v1 for each threshold that was not told yet. A budget that fell below a threshold (a
 * row was deleted, a refund came, its amount was raised) tells it again when it is crossed anew; one whose last day is
 * over tells nothing. The budgets' locks come first and their sums after, so that of two rows posted at once the later
 * sees both.
 */
export async function tellThresholds(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  ownerId: string,
  categoryIds: readonly string[],
): Promise<void> {
  if (categoryIds.length === 0) return;
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  const budgets = await tx.budgets.lockByCategories(ownerId, [...new Set(categoryIds)]);
  if (budgets.length === 0) return;
  const spent = await tx.budgets.spent(budgets.map(spanOf));
  for (const budget of budgets) {
    const sum = spent.get(budget.id) ?? 0n;
    const percent = percentReached(budget, sum);
    if (percent === budget.alertedPercent) continue;
    const now = clock();
    await tx.budgets.update(budget.id, { alertedPercent: percent }, now);
    if (thresholdReached(budget, sum) === undefined || hasEnded(budget, now)) continue;
    const category = await tx.categories.find(budget.ownerId, budget.categoryId, { archived: true });
    await tx.appendEvents([
      makeEvent(
        'finance.budget-threshold-reached.v1',
        budget.id,
        {
          userId: budget.ownerId,
          budgetId: budget.id,
          categoryName: category?.name ?? '',
          percent,
          amount: budget.amount.toString(),
          spent: sum.toString(),
          currency: budget.currency,
          periodStart: budget.periodStart,
          periodEnd: budget.periodEnd,
        },
        { occurredAt: now },
      ),
    ]);
  }
}
