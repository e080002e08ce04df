import { invalidField, notFound } from '@florin/errors';
import type { Interval } from '../../domain/time/calendar.ts';
import { dayAt, intervalOf } from '../../domain/time/calendar.ts';
import type { PeriodKind, Preferences } from '../../domain/time/period.ts';
import { periodOf } from '../../domain/time/period.ts';
import type { CurrencySummary } from '../../domain/summary.ts';
import { summarise } from '../../domain/summary.ts';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import type { OpenMainWallet } from '../owners/open-main-wallet.ts';
import { openMainWallet } from '../owners/open-main-wallet.ts';
import type { Deps } from '../index.ts';
import type { Edge } from '../../domain/time/edge.ts';
import { endOf, startOf } from '../../domain/time/edge.ts';
import { withBalances } from '../wallets/balances.ts';

/** Either a span, both ends included, or the person's own week, month or year around a day (default: today). */
type SummaryQuery = { walletId?: string | undefined } & (
  { from: Edge; to: Edge } | { period: PeriodKind; at?: string | undefined }
);

export interface Summary {
  interval: Interval;
  data: CurrencySummary[];
}

/**
 * Income, expense and debt by currency and category over a span, with the balances of now. Throws NOT_FOUND for the
 * wallet, INVALID_ARGUMENT for a span that ends before it starts, UNAVAILABLE without ledger or users.
 */
export async function getSummary(
  deps: Pick<Deps, 'stores' | 'ledger' | 'preferences' | 'clock'> & OpenMainWallet,
  { ownerId, ...query }: SummaryQuery & { ownerId: string },
): Promise<Summary> {
  const { stores, ledger, clock } = deps;
  await openMainWallet(deps, ownerId);
  const interval = await intervalFor(query, () => deps.preferences.latest(ownerId), clock());
  if (interval.end <= interval.start) throw invalidField('to', 'must not be before from');
  const { walletId } = query;
  const all = await stores.wallets.list(ownerId, { limit: MAX_LISTED_WALLETS });
  const wallets = walletId === undefined ? all : all.filter(({ id }) => id === walletId);
  if (walletId !== undefined && wallets.length === 0) throw notFound('Wallet');
  const [balances, sums] = await Promise.all([
    withBalances(ledger, wallets),
    stores.transactions.sumsByCategory(ownerId, interval, walletId),
  ]);
  return { interval, data: summarise(balances, sums) };
}

/** The person's preferences are asked for only when days are to be told. */
async function intervalFor(query: SummaryQuery, preferences: () => Promise<Preferences>, now: Date): Promise<Interval> {
  if (!('from' in query)) {
    const own = await preferences();
    return intervalOf(periodOf(query.period, query.at ?? dayAt(now, own.timeZone), own), own.timeZone);
  }
  const { from, to } = query;
  const { timeZone } = 'day' in from || 'day' in to ? await preferences() : { timeZone: 'UTC' };
  return { start: startOf(from, timeZone), end: endOf(to, timeZone) };
}
