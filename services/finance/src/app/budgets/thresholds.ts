import { createEvents } from '@florin/messaging';
import type { Budget } from '../../domain/budget.ts';
import { thresholdReached } from '../../domain/budget.ts';
import { intervalOf } from '../../domain/time/calendar.ts';
import type { Preferences } from '../../domain/time/period.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { BudgetSpan } from './ports.ts';

/** What a budget counts: its category's rows of its days in the owner's time zone. */
export function spanOf(budget: Budget, { timeZone }: Pick<Preferences, 'timeZone'>): BudgetSpan {
  const { id, categoryId, currency, periodStart, periodEnd } = budget;
  const interval = intervalOf({ start: periodStart, end: periodEnd }, timeZone);
  return { budgetId: id, categoryId, currency, interval };
}

/**
 * Looks at the budgets of categories whose rows just changed in this transaction, and writes
 * finance.budget-threshold-reached.v1 for each threshold that was not told yet. The budgets' locks come first and their
 * sums after, so that of two rows posted at once the later sees both.
 */
export async function tellThresholds(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  categoryIds: readonly string[],
  preferences: Preferences,
): Promise<void> {
  if (categoryIds.length === 0) return;
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  const budgets = await tx.budgets.lockByCategories([...new Set(categoryIds)]);
  if (budgets.length === 0) return;
  const spent = await tx.budgets.spent(budgets.map((budget) => spanOf(budget, preferences)));
  for (const budget of budgets) {
    const sum = spent.get(budget.id) ?? 0n;
    const percent = thresholdReached(budget, sum);
    if (percent === undefined) continue;
    const now = clock();
    await tx.budgets.update(budget.id, { alertedPercent: percent }, now);
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
