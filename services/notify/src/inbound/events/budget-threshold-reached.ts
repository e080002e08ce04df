import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { budgetNotice } from '../../domain/templates/money.ts';

export const onBudgetThresholdReached: EventHandler<'finance.budget-threshold-reached.v1', UseCases> = async (
  { announceNotice },
  { id, data, occurredAt },
) => {
  const { userId, categoryName: category, categoryType: type = 'expense', percent, spent, currency, periodEnd } = data;
  const notice = budgetNotice({
    category,
    type,
    percent,
    periodEnd,
    spent: { amount: spent, currency },
    budget: { amount: data.amount, currency },
  });
  const about = { budgetId: data.budgetId, percent: String(percent), amount: spent, currency };
  await announceNotice({ key: id, userId, notice, data: about, at: new Date(occurredAt) });
};
