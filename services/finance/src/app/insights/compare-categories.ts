import type { CategorySum } from '../../domain/summary.ts';
import type { Deps } from '../index.ts';
import { compare, type Comparison } from './compare.ts';
import type { InsightQuery } from './span.ts';

/** What each category brought or took in a span (default: this month), beside the span before. Throws as `getCashFlow`. */
export async function compareCategories(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: InsightQuery,
): Promise<Comparison<CategorySum>> {
  const { transactions } = deps.stores;
  return compare(
    deps,
    query,
    (period) => transactions.sumsByCategory(query.ownerId, period, query),
    ({ categoryId }) => categoryId ?? '',
  );
}
