import { formatMajor } from '@florin/money';
import { sortKeyOf } from '../../domain/amount.ts';
import { findInList, type Fields, type Found, type Query } from '../../domain/query.ts';
import { MAX_BUDGETS } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import { detailBudgets, type DetailedBudget } from './detail-budgets.ts';
import { listBudgets } from './list-budgets.ts';

const FIELDS: Fields<DetailedBudget> = {
  description: { text: ({ description }) => description },
  amount: {
    text: ({ amount, currency }) => formatMajor(amount, currency),
    key: ({ amount, currency }) => sortKeyOf(amount, currency),
  },
  periodStart: { text: ({ current }) => current.start },
  periodEnd: { text: ({ current }) => current.end },
  category: { text: ({ category }) => category?.name ?? '' },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** A page of the person's budgets with what is spent and remains. Throws INVALID_ARGUMENT for an unknown field. */
export async function queryBudgets(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock'>,
  { ownerId, query }: { ownerId: string; query: Query },
): Promise<Found<DetailedBudget>> {
  const views = await listBudgets(deps, { ownerId, slice: { limit: MAX_BUDGETS } });
  return findInList(await detailBudgets(deps, views), query, FIELDS);
}
