import { dayOf } from '@florin/calendar';
import { createEvents } from '@florin/messaging';
import { firstOpenDay, hasEnded, percentReached, type Budget } from '../../domain/budgets/budget.ts';
import type { Touched } from '../../domain/filing/touched.ts';
import { DEFAULT_PREFERENCES } from '../../domain/time/preferences.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { withFigures, type BudgetView, type Today } from './budget-view.ts';

export type Telling = Pick<Deps, 'preferences' | 'clock' | 'newId'>;

/**
 * Looks at the budgets of categories and tags whose rows just changed in this transaction, and writes
 * finance.budget-threshold-reached.v1 for the highest threshold reached in the current period, when it is above the last
 * that was told there. A budget that fell below a threshold (a row was deleted, a refund came, its amount was raised)
 * tells it again when it is crossed anew; one whose last day is over tells nothing. The budgets' locks come first and their
 * sums after, so that of two rows posted at once the later sees both.
 */
export async function tellThresholds(deps: Telling, tx: Tx, ownerId: string, touched: Touched): Promise<void> {
  // what has no category counts in no budget
  if (touched.categoryIds.length === 0) return;
  await tellOf(deps, tx, await tx.budgets.lockTouched(ownerId, touched, firstOpenDay(deps.clock())));
}

/** The same for several people, by their ids: in one order, so that two that do so don't wait for each other. */
export async function tellThresholdsOfAll(deps: Telling, tx: Tx, touched: ReadonlyMap<string, Touched>): Promise<void> {
  if (touched.size === 0) return;
  for (const ownerId of (await tx.budgets.ownersAmong([...touched.keys()])).toSorted()) {
    const own = touched.get(ownerId);
    if (own) await tellThresholds(deps, tx, ownerId, own);
  }
}

/** The same of budgets that the caller has locked. */
export async function tellOf(deps: Telling, tx: Tx, budgets: readonly Budget[]): Promise<void> {
  const [first] = budgets;
  if (!first) return;
  const now = deps.clock();
  const today = await knownToday(deps, first.ownerId, now);
  // without the person's calendar nobody knows which period it is: the next change tells
  const counted = today ? budgets : budgets.filter(({ period }) => period === 'once');
  const views = await withFigures(tx, counted, today ?? { own: DEFAULT_PREFERENCES, day: dayOf(now, 'UTC') });
  for (const budget of views) await tellOne(deps, tx, budget, now);
}

async function tellOne({ clock, newId }: Telling, tx: Tx, budget: BudgetView, now: Date): Promise<void> {
  const { current } = budget;
  const told = budget.alertedPeriod === current.start ? budget.alertedPercent : 0;
  const percent = percentReached(budget, current.available, current.spent);
  if (percent === told) return;
  await tx.budgets.update(budget.id, { alertedPercent: percent, alertedPeriod: current.start }, now);
  if (percent < told || hasEnded(budget, now)) return;
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  await tx.appendEvents([
    makeEvent(
      'finance.budget-threshold-reached.v1',
      budget.id,
      {
        userId: budget.ownerId,
        budgetId: budget.id,
        categoryName: await labelOf(tx, budget),
        categoryType: budget.type,
        percent,
        amount: current.available.toString(),
        spent: current.spent.toString(),
        currency: budget.currency,
        periodStart: current.start,
        periodEnd: current.end,
      },
      { occurredAt: now },
    ),
  ]);
}

async function knownToday({ preferences }: Telling, ownerId: string, now: Date): Promise<Today | undefined> {
  return preferences.of(ownerId).then(
    (own) => ({ own, day: dayOf(now, own.timeZone) }),
    () => undefined,
  );
}

const MAX_LABEL = 60;
const ALL = { expense: 'all expenses', income: 'all income', debt: 'all debts' };

/** What the budget is called in a notice. */
async function labelOf(tx: Tx, { ownerId, name, categoryIds, tagIds, type }: Budget): Promise<string> {
  if (name !== '') return name;
  if (categoryIds.length + tagIds.length === 0) return ALL[type];
  const named = tagIds.length > 0 ? tx.tags.byIds(ownerId, tagIds) : tx.categories.byIds(ownerId, categoryIds);
  const label = (await named)
    .map((each) => each.name)
    .sort()
    .join(', ');
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1)}…`;
}
