import { invalidField } from '@florin/errors';
import { crossRate } from '../../domain/ecb-rates.ts';
import { minorRate, type Rate } from '../../domain/exchange.ts';
import type { Deps } from '../index.ts';

interface FindRates {
  from: readonly string[];
  to: string;
  days: readonly string[];
}

/** the bank tells no rates for up to five days (Easter, Christmas); an older one is no rate of the day */
const DAYS_BEFORE = 31;

/**
 * What minor units of currencies are worth in those of another on days: by the dated rates that an operator brought, those of
 * the day or the last before it; by the built-in table as long as there are none. Throws INVALID_ARGUMENT naming the currency
 * and the day that has no rate.
 */
export async function findRates(
  { rates, datedRates }: Pick<Deps, 'rates' | 'datedRates'>,
  { from, to, days }: FindRates,
): Promise<(Rate & { from: string; day: string })[]> {
  const rateOf = (await datedRates.isEmpty())
    ? (currency: string) => rates.rateNow(currency, to)
    : await datedRate({ datedRates }, { from, to, days });
  return from.flatMap((currency) =>
    days.map((day) => {
      const [numerator, denominator] = minorRate({ from: currency, to }, rateOf(currency, day));
      return { from: currency, day, numerator, denominator };
    }),
  );
}

const EURO = 'EUR';

async function datedRate({ datedRates }: Pick<Deps, 'datedRates'>, { from, to, days }: FindRates) {
  const currencies = [...new Set([...from, to])].filter((currency) => currency !== EURO);
  const found = await datedRates.ofDays(currencies, days, DAYS_BEFORE);
  const known = new Map(found.map(({ currency, asked, perEuro }) => [`${currency} ${asked}`, perEuro]));
  const perEuro = (currency: string, day: string, field: 'from' | 'to'): string => {
    const rate = currency === EURO ? '1' : known.get(`${currency} ${day}`);
    if (rate === undefined) {
      throw invalidField(field, `there is no rate for ${currency} on ${day}, nor in the ${DAYS_BEFORE} days before`);
    }
    return rate;
  };
  return (currency: string, day: string) => crossRate(perEuro(currency, day, 'from'), perEuro(to, day, 'to'));
}
