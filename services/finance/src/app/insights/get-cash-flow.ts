import type { Day, Period } from '@florin/calendar';
import type { CategoryType } from '../../domain/category.ts';
import type { Deps } from '../index.ts';
import { converted } from './convert.ts';
import { seriesOf, type SeriesQuery } from './span.ts';

/** Minor units, refunds taken off. */
export type CashFlowPoint = Period & Record<CategoryType, bigint>;

export interface CashFlow {
  period: Period;
  data: { currency: string; points: CashFlowPoint[] }[];
}

/**
 * Income, expense and debt by day, week, month, quarter or year; transfers between own wallets and adjustments are neither.
 * Throws INVALID_ARGUMENT for more than 1,000 points, NOT_FOUND for the wallet, UNAVAILABLE.
 */
export async function getCashFlow(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: SeriesQuery,
): Promise<CashFlow> {
  const { buckets, span } = await seriesOf(deps, query);
  const own = await deps.stores.insights.sumsByType(query.ownerId, buckets, query);
  const dayOf = ({ day }: { day?: Day | null }) => day ?? span.today;
  const sums = await converted(deps, own, { currency: query.currency, dayOf, today: span.today });
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  const data = currencies.map((currency) => {
    const points = buckets.map((bucket) => ({ ...bucket, income: 0n, expense: 0n, debt: 0n }));
    for (const sum of sums) {
      const point = sum.currency === currency ? points[sum.bucket] : undefined;
      if (point) point[sum.type] += sum.amount;
    }
    return { currency, points };
  });
  return { period: { start: span.start, end: span.end }, data };
}
