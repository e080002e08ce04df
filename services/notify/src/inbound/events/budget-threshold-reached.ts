import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { budgetNotice } from '../../domain/templates/money.ts';

export async function onBudgetThresholdReached(
  { announceNotice }: UseCases,
  { id, data, occurredAt }: FlorinEvent<'finance.budget-threshold-reached.v1'>,
): Promise<void> {
  const { userId, categoryName: category, percent, amount, spent, currency, periodEnd } = data;
  const notice = budgetNotice({
    category,
    percent,
    periodEnd,
    spent: { amount: spent, currency },
    budget: { amount, currency },
  });
  await announceNotice({ key: id, userId, notice, at: new Date(occurredAt) });
}
