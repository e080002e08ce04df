import { notFound } from '@florin/errors';
import { toPositive, toSum, type AmountInput } from '../../domain/amount.ts';
import { amountsFrom, requireDays, type Budget } from '../../domain/budgets/budget.ts';
import { createPeriodFinder, periodsUpTo } from '../../domain/budgets/figures.ts';
import { defined } from '../../domain/defined.ts';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';
import { todayOf, withFigures, type BudgetView } from './budget-view.ts';
import { filedUnder, requireTags } from './filed.ts';
import { tellOf } from './thresholds.ts';

type Choices =
  | 'name'
  | 'categoryIds'
  | 'tagIds'
  | 'type'
  | 'period'
  | 'startsOn'
  | 'endsOn'
  | 'rollover'
  | 'thresholds'
  | 'description';

export type BudgetChanges = { [Field in Choices]?: Budget[Field] | undefined } & {
  /** of the current period and those that come; those that are over keep theirs */
  amount?: AmountInput | undefined;
  rolloverCap?: AmountInput | null | undefined;
};

/**
 * Changes a budget, once per key; tags take the place of categories, and the other way round. Other days, categories or tags start the thresholds anew; another amount tells those it newly
 * reaches. Throws NOT_FOUND (budget, category, tag), INVALID_ARGUMENT, UNAVAILABLE without users.
 */
export async function updateBudget(
  deps: Pick<Deps, 'stores' | 'once' | 'preferences' | 'clock' | 'newId' | 'nudge'>,
  { ownerId, key, id, changes }: Keyed<{ id: string; changes: BudgetChanges }>,
): Promise<BudgetView> {
  const before = await deps.stores.budgets.find(ownerId, id);
  if (!before) throw notFound('Budget');
  const today = await todayOf(deps, ownerId, [before, { period: changes.period ?? before.period }]);
  const order = { scope: `${ownerId} update budget`, key, request: { id, changes } };
  const { body: changed } = await deps.once(order, async (tx) => {
    // a tag before its budgets, as where one is deleted
    await requireTags(tx, ownerId, changes.tagIds ?? []);
    const budget = await tx.budgets.find(ownerId, id, 'update');
    if (!budget) throw notFound('Budget');
    const { amount: asked, rolloverCap: cap, ...rest } = changes;
    const next = { ...budget, ...defined(rest), ...filedAnew(budget, changes) };
    requireDays(next);
    const filed = await filedUnder(tx, ownerId, { ...next, known: budget });
    const [current] = periodsUpTo(budget, today.day, createPeriodFinder(today.own), 1);
    const amounts =
      asked && current ? amountsFrom(budget, toPositive(asked, budget.currency), current.start) : undefined;
    const rolloverCap = cap ? toSum(cap, budget.currency, 'rolloverCap') : cap;
    const anew =
      (['period', 'startsOn', 'endsOn'] as const).some((field) => next[field] !== budget[field]) ||
      (['categoryIds', 'tagIds'] as const).some((field) => filed[field].join() !== budget[field].join());
    const started = anew ? { alertedPercent: 0 } : {};
    const updated = await tx.budgets.update(
      id,
      { ...rest, ...filed, ...amounts, rolloverCap, ...started },
      deps.clock(),
    );
    await tellOf(deps, tx, [updated]);
    const [view] = await withFigures(tx, [updated], today);
    if (!view) throw notFound('Budget');
    return view;
  });
  deps.nudge();
  return changed;
}

function filedAnew({ categoryIds, tagIds }: Budget, changes: BudgetChanges): Pick<Budget, 'categoryIds' | 'tagIds'> {
  return {
    categoryIds: changes.categoryIds ?? (changes.tagIds ? [] : categoryIds),
    tagIds: changes.tagIds ?? (changes.categoryIds ? [] : tagIds),
  };
}
