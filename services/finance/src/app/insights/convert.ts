import type { Day } from '@florin/calendar';
import { invalidField, isFlorinError } from '@florin/errors';
import { exponentOf } from '@florin/money';
import { inMinor } from '../../domain/insights/rate.ts';
import type { Deps } from '../index.ts';

interface Sum {
  currency: string;
  amount: bigint;
}

/**
 * Sums in one currency, each at the rate of its day (of today, when that is later), rounded half away from zero; as they are
 * when none is asked for. Throws INVALID_ARGUMENT on `currency` for one without a rate, UNAVAILABLE without the ledger.
 */
export async function converted<T extends Sum>(
  { rates }: Pick<Deps, 'rates'>,
  sums: readonly T[],
  { currency, dayOf, today }: { currency: string | undefined; dayOf: (sum: T) => Day; today: Day },
): Promise<T[]> {
  if (currency === undefined) return [...sums];
  exponentOf(currency);
  const foreign = sums.filter((sum) => sum.currency !== currency && sum.amount !== 0n);
  if (foreign.length === 0) return sums.map((sum) => ({ ...sum, currency }));
  const rateDay = (sum: T) => (dayOf(sum) < today ? dayOf(sum) : today);
  const days = [...new Set(foreign.map(rateDay))];
  const currencies = [...new Set(foreign.map((sum) => sum.currency))];
  const known = await rates.rates(currencies, currency, days).catch((error: unknown) => {
    if (!isFlorinError(error) || error.code !== 'INVALID_ARGUMENT') throw error;
    throw invalidField('currency', `there is no rate to ${currency} from every one of ${currencies.join(', ')}`);
  });
  const byDay = new Map(known.map((rate) => [`${rate.from} ${rate.day}`, rate]));
  return sums.map((sum) => {
    const rate = byDay.get(`${sum.currency} ${rateDay(sum)}`);
    return { ...sum, currency, amount: rate ? inMinor(sum.amount, rate) : sum.amount };
  });
}
