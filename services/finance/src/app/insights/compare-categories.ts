import type { Period } from '@florin/calendar';
import { largestFirst, type CategorySum } from '../../domain/summary.ts';
import type { Deps } from '../index.ts';
import { converted } from './convert.ts';
import { monthStart, spanBefore, spanOf, type InsightQuery } from './span.ts';

/** Minor units; `previous` is that of the span before. */
export type ComparedSum = CategorySum & { previous: bigint };

export interface ComparedCategories {
  period: Period;
  previous: Period;
  /** largest first */
  data: { currency: string; categories: ComparedSum[] }[];
}

/** What each category brought or took in a span (default: this month), beside the span before. Throws as `getCashFlow`. */
export async function compareCategories(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: InsightQuery,
): Promise<ComparedCategories> {
  const { transactions } = deps.stores;
  const span = await spanOf(deps, query, monthStart);
  const previous = spanBefore(span);
  const [now, before] = await Promise.all(
    [span, previous].map(async (period) => {
      const sums = await transactions.sumsByCategory(query.ownerId, period, query.walletId);
      return converted(deps, sums, { currency: query.currency, dayOf: () => period.end, today: span.today });
    }),
  );
  const compared = new Map<string, ComparedSum>();
  const add = (sums: readonly CategorySum[], field: 'amount' | 'previous') => {
    for (const sum of sums) {
      const key = `${sum.currency} ${sum.categoryId ?? ''}`;
      const each = compared.get(key) ?? { ...sum, amount: 0n, previous: 0n };
      compared.set(key, { ...each, [field]: each[field] + sum.amount });
    }
  };
  add(now ?? [], 'amount');
  add(before ?? [], 'previous');
  const all = largestFirst([...compared.values()]);
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort();
  const data = currencies.map((currency) => ({
    currency,
    categories: all.filter((each) => each.currency === currency),
  }));
  return { period: { start: span.start, end: span.end }, previous, data };
}
