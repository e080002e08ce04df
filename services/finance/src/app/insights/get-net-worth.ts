import type { Day, Period } from '@florin/calendar';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import { agreedBalances } from '../summaries/agreed-balances.ts';
import { converted } from './convert.ts';
import { seriesOf, type SeriesQuery } from './span.ts';

export interface NetWorth {
  period: Period;
  /** balances at the end of the days, minor units */
  data: { currency: string; points: { day: Day; balance: bigint }[] }[];
}

/**
 * What all wallets together held at the end of each day, week, month, quarter or year up to today; that of today is the
 * ledger's. Rows that are dated later count as of today. Throws INVALID_ARGUMENT for more than 1,000 points, NOT_FOUND for the
 * wallet, UNAVAILABLE.
 */
export async function getNetWorth(
  deps: Pick<Deps, 'stores' | 'preferences' | 'clock' | 'rates' | 'ledger'> & OpenMainWallet,
  query: SeriesQuery,
): Promise<NetWorth> {
  const { ownerId, walletId } = query;
  await openMainWallet(deps, ownerId);
  const [{ buckets: asked, span }] = await Promise.all([seriesOf(deps, query), agreed(deps, ownerId)]);
  const buckets = asked.filter(({ start }) => start <= span.today);
  const growth = await deps.stores.insights.growth(ownerId, buckets, span.today, walletId);
  const currencies = [...new Set(growth.map(({ currency }) => currency))];
  const endOf = ({ end }: Period) => (end < span.today ? end : span.today);
  const balances = currencies.flatMap((currency) => {
    const grown = (place: number) =>
      growth.find((each) => each.currency === currency && each.bucket === place)?.amount ?? 0n;
    let amount = grown(-1);
    return buckets.map((bucket, place) => ({ currency, place, day: endOf(bucket), amount: (amount += grown(place)) }));
  });
  const { today } = span;
  const sums = await converted(deps, balances, { currency: query.currency, dayOf: ({ day }) => day, today });
  const data = [...new Set(sums.map(({ currency }) => currency))].sort().map((currency) => {
    const points = buckets.map((bucket) => ({ day: endOf(bucket), balance: 0n }));
    for (const sum of sums) {
      const point = sum.currency === currency ? points[sum.place] : undefined;
      if (point) point.balance += sum.amount;
    }
    return { currency, points };
  });
  return { period: { start: span.start, end: span.end }, data };
}

/** What the ledger has just posted has its rows, so that the last point is its balance. */
async function agreed(deps: Pick<Deps, 'stores' | 'ledger' | 'clock'>, ownerId: string): Promise<void> {
  await agreedBalances(deps, await deps.stores.wallets.list(ownerId, { limit: MAX_LISTED_WALLETS }));
}
