import type { Day, Period } from '@florin/calendar';
import { largestFirst } from '../../domain/summary.ts';
import type { Deps } from '../index.ts';
import { converted } from './convert.ts';
import { monthStart, spanBefore, spanOf, type InsightQuery } from './span.ts';

interface Sum {
  /** of a sum of one day */
  day?: Day | null;
  currency: string;
  name: string;
  amount: bigint;
}

/** Minor units; `previous` is that of the span before. */
type Compared<T extends Sum> = T & { previous: bigint };

export interface Comparison<T extends Sum> {
  period: Period;
  previous: Period;
  /** largest first */
  data: { currency: string; sums: Compared<T>[] }[];
}

/**
 * Sums of a span (default: this month) beside those of the span before, matched by `keyOf` in each currency. Throws as
 * `getCashFlow`.
 */
export async function compare<T extends Sum>(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates'>,
  query: InsightQuery,
  sumsOf: (period: Period) => Promise<T[]>,
  keyOf: (sum: T) => string,
): Promise<Comparison<T>> {
  const span = await spanOf(deps, query, monthStart);
  const previous = spanBefore(span);
  const [now, before] = await Promise.all(
    [span, previous].map(async (period) => {
      const sums = await sumsOf(period);
      return converted(deps, sums, {
        currency: query.currency,
        dayOf: ({ day }) => day ?? period.end,
        today: span.today,
      });
    }),
  );
  const compared = new Map<string, Compared<T>>();
  const add = (sums: readonly T[], field: 'amount' | 'previous') => {
    for (const sum of sums) {
      const key = `${sum.currency} ${keyOf(sum)}`;
      const each = compared.get(key) ?? { ...sum, amount: 0n, previous: 0n };
      compared.set(key, { ...each, [field]: each[field] + sum.amount });
    }
  };
  add(now ?? [], 'amount');
  add(before ?? [], 'previous');
  const all = largestFirst([...compared.values()]);
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort();
  const data = currencies.map((currency) => ({ currency, sums: all.filter((each) => each.currency === currency) }));
  return { period: { start: span.start, end: span.end }, previous, data };
}
