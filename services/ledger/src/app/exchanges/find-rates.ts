import { minorRate, type Rate } from '../../domain/exchange.ts';
import type { Deps } from '../index.ts';

interface FindRates {
  from: readonly string[];
  to: string;
  days: readonly string[];
}

/** What minor units of currencies are worth in those of another on days. Throws INVALID_ARGUMENT for one without a rate. */
export async function findRates(
  { rates }: Pick<Deps, 'rates'>,
  { from, to, days }: FindRates,
): Promise<(Rate & { from: string; day: string })[]> {
  const pairs = from.flatMap((currency) => days.map((day) => ({ currency, day })));
  return Promise.all(
    pairs.map(async ({ currency, day }) => {
      const [numerator, denominator] = minorRate({ from: currency, to }, await rates.rate(currency, to, day));
      return { from: currency, day, numerator, denominator };
    }),
  );
}
