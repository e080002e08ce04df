import { notFound } from '@florin/errors';
import { MAX_PERIODS, type PeriodFigures } from '../../domain/budgets/figures.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import { periodFigures, todayOf } from './budget-view.ts';

interface ListBudgetPeriods {
  ownerId: string;
  id: string;
  /** after the first day of the last one seen */
  slice: Slice;
}

/** A budget's current period and those before it, latest first. Throws NOT_FOUND, UNAVAILABLE without users. */
export async function listBudgetPeriods(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock'>,
  { ownerId, id, slice: { limit, after } }: ListBudgetPeriods,
): Promise<PeriodFigures[]> {
  const budget = await deps.stores.budgets.find(ownerId, id);
  if (!budget) throw notFound('Budget');
  const today = await todayOf(deps, ownerId, [budget]);
  const [all = []] = await periodFigures(deps.stores, [budget], today, () => MAX_PERIODS);
  const [last] = after ?? [];
  const left = last === undefined ? all : all.filter(({ start }) => start < last);
  return left.reverse().slice(0, limit + 1);
}
