import type { Period } from '@florin/calendar';
import { flowsOf, type Flows } from '../../domain/insights/flows.ts';
import type { Deps } from '../index.ts';
import { compareCategories } from './compare-categories.ts';
import type { InsightQuery } from './span.ts';

export interface MoneyFlows {
  period: Period;
  data: (Flows & { currency: string })[];
}

/** From which categories money came and to which it went, for a Sankey diagram. Throws as `compareCategories`. */
export async function getFlows(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: InsightQuery,
): Promise<MoneyFlows> {
  const { period, data } = await compareCategories(deps, query);
  return { period, data: data.map(({ currency, sums }) => ({ currency, ...flowsOf(sums) })) };
}
