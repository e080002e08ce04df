import type { Day } from '@florin/calendar';
import { invalidField, isFlorinError } from '@florin/errors';
import { exponentOf } from '@florin/money';
import { inMinor } from '../../domain/insights/rate.ts';
import type { Deps } from '../index.ts';
import type { DatedRate, RateSource } from './ports.ts';

interface Sum {
  currency: string;
  amount: bigint;
}

/**
 * Sums in one currency, each at the rate of its day (of today, when that is later), rounded half away from zero; as they are
 * when none is asked for. Throws INVALID_ARGUMENT on `currency` that says what has no rate, UNAVAILABLE without the ledger.
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
  const known = await ratesOf(rates, currencies, currency, days);
  const byDay = new Map(known.map((rate) => [`${rate.from} ${rate.day}`, rate]));
  return sums.map((sum) => {
    const rate = byDay.get(`${sum.currency} ${rateDay(sum)}`);
    return { ...sum, currency, amount: rate ? inMinor(sum.amount, rate) : sum.amount };
  });
}

/** as many as the ledger tells at once */
const MAX_DAYS = 1_000;
const MAX_RATES = 20_000;

async function ratesOf(rates: RateSource, from: readonly string[], to: string, days: readonly Day[]) {
  const atOnce = Math.max(1, Math.min(MAX_DAYS, Math.floor(MAX_RATES / from.length)));
  const known: DatedRate[] = [];
  for (let place = 0; place < days.length; place += atOnce) {
    const some = rates.rates(from, to, days.slice(place, place + atOnce)).catch((error: unknown) => {
      if (!isFlorinError(error) || error.code !== 'INVALID_ARGUMENT') throw error;
      throw invalidField('currency', error.errors[0]?.message ?? `there is no rate to ${to} from ${from.join(', ')}`);
    });
    known.push(...(await some));
  }
  return known;
}
