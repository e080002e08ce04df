import { toJsonAmount } from '@florin/money';
import type { BudgetView } from '../../../app/budgets/budget-view.ts';
import type { PeriodFigures } from '../../../domain/budgets/figures.ts';
import { sumView } from '../views.ts';

export function budgetView(budget: BudgetView) {
  const { id, name, categoryIds, type, currency, period, startsOn, endsOn, rollover, rolloverCap, thresholds } = budget;
  const { tagIds, current, description, createdAt } = budget;
  return {
    id,
    name,
    categoryId: categoryIds.length === 1 ? categoryIds[0] : null,
    categoryIds,
    tagIds,
    type,
    currency,
    period,
    periodStart: current.start,
    periodEnd: current.end,
    startsOn,
    endsOn,
    rollover,
    rolloverCap: rolloverCap === null ? null : toJsonAmount(rolloverCap),
    thresholds,
    description,
    ...figuresView(current),
    daysLeft: current.daysLeft,
    safePerDay: sumView(current.safePerDay),
    pace: { time: current.pace.time, money: current.pace.money },
    createdAt,
  };
}

export function budgetPeriodView({ start, end, ...figures }: PeriodFigures) {
  return { start, end, ...figuresView(figures) };
}

function figuresView({ amount, carried, available, spent, remaining }: Omit<PeriodFigures, 'start' | 'end'>) {
  return {
    amount: toJsonAmount(amount),
    carried: sumView(carried),
    available: sumView(available),
    spent: sumView(spent),
    remaining: sumView(remaining),
  };
}
