import type { UseCases } from '../../app/index.ts';
import { budgetNotice } from '../../templates/money.ts';
import type { EventOf } from './event-of.ts';

export async function onBudgetThresholdReached(
  { announce }: UseCases,
  { id, data, occurredAt }: EventOf<'finance.budget-threshold-reached.v1'>,
): Promise<void> {
  const { userId, categoryName: category, percent, amount, spent, currency, periodEnd } = data;
  const notice = budgetNotice({
    category,
    percent,
    periodEnd,
    spent: { amount: spent, currency },
    budget: { amount, currency },
  });
  await announce({ key: id, userId, notice, at: new Date(occurredAt) });
}
