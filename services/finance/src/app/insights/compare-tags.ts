import type { Deps } from '../index.ts';
import { compare, type Comparison } from './compare.ts';
import type { TagSum } from './ports.ts';
import type { InsightQuery } from './span.ts';

/**
 * What rows with each tag brought or took in a span (default: this month), beside the span before; a row counts under each of
 * its tags. Throws as `getCashFlow`.
 */
export async function compareTags(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: InsightQuery,
): Promise<Comparison<TagSum>> {
  const { insights } = deps.stores;
  return compare(
    deps,
    query,
    (period) => insights.sumsByTag(query.ownerId, period, query),
    ({ tagId, type }) => `${tagId} ${type}`,
  );
}
