import { dayOf, type Day } from '@florin/calendar';
import type { Budget } from '../../domain/budgets/budget.ts';
import {
  MAX_PERIODS,
  createPeriodFinder,
  currentFigures,
  figuresOf,
  periodsUpTo,
  type CurrentFigures,
  type PeriodFigures,
} from '../../domain/budgets/figures.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../domain/time/preferences.ts';
import type { Deps } from '../index.ts';
import type { Stores } from '../ports.ts';

/** How the owner counts time, and what day it is there. */
export interface Today {
  own: Preferences;
  day: Day;
}

/** A budget with the figures of its current period. */
export interface BudgetView extends Budget {
  current: CurrentFigures;
}

/** Throws UNAVAILABLE when users can't be asked, nothing is known, and a budget recurs by the person's calendar. */
export async function todayOf(
  { preferences, clock }: Pick<Deps, 'preferences' | 'clock'>,
  ownerId: string,
  budgets: readonly Pick<Budget, 'period'>[],
): Promise<Today> {
  const recurs = budgets.some(({ period }) => period !== 'once');
  // days of their own need no more than the time zone: it may be a little old
  const own = recurs
    ? await preferences.latest(ownerId)
    : await preferences.of(ownerId).catch(() => DEFAULT_PREFERENCES);
  return { own, day: dayOf(clock(), own.timeZone) };
}

/** Adds the figures of the current period, in one query for all budgets. */
export async function withFigures(stores: Pick<Stores, 'budgets'>, list: readonly Budget[], today: Today) {
  const all = await periodFigures(stores, list, today, ({ rollover }) => (rollover === 'none' ? 1 : MAX_PERIODS));
  return list.map((budget, index): BudgetView => {
    const current = all[index]?.at(-1);
    if (!current) throw new Error(`budget ${budget.id} has no period`);
    return { ...budget, current: currentFigures(current, today.day) };
  });
}

/** The figures of up to `count` periods of each budget of a person, oldest first. What is carried is right when all are counted. */
export async function periodFigures(
  { budgets }: Pick<Stores, 'budgets'>,
  list: readonly Budget[],
  { own, day }: Today,
  count: (budget: Budget) => number,
): Promise<PeriodFigures[][]> {
  const find = createPeriodFinder(own);
  const periods = list.map((budget) => periodsUpTo(budget, day, find, count(budget)));
  const [first] = list;
  if (!first) return [];
  const spent = await budgets.spent(
    first.ownerId,
    list.map(({ id, categoryIds, tagIds, type, currency }, index) => {
      const starts = periods[index]?.map(({ start }) => start) ?? [];
      return { id, categoryIds, tagIds, type, currency, starts, end: periods[index]?.at(-1)?.end ?? '' };
    }),
  );
  return list.map((budget, index) =>
    figuresOf(budget, periods[index] ?? [], ({ start }) => spent.get(budget.id)?.get(start) ?? 0n),
  );
}
