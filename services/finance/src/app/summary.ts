import { invalidField, notFound } from '@florin/errors';
import type { Interval } from '../domain/time/calendar.ts';
import { dayAt, intervalOf } from '../domain/time/calendar.ts';
import type { PeriodKind, Preferences } from '../domain/time/period.ts';
import { periodOf } from '../domain/time/period.ts';
import type { CurrencySummary } from '../domain/summary.ts';
import { summarise } from '../domain/summary.ts';
import { MOST_LISTED } from './limits.ts';
import type { OwnerSetup } from './owner-setup.ts';
import type { Deps } from './ports.ts';
import type { Edge } from './transactions/read-transactions.ts';
import { endOf, startOf } from './transactions/read-transactions.ts';
import { withBalances } from './wallets/balances.ts';

/** Either a span, both ends included, or the person's own week, month or year around a day (default: today). */
export type SummaryQuery = { walletId?: string | undefined } & (
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
export function getSummary(deps: Deps, setup: OwnerSetup) {
  return async (ownerId: string, query: SummaryQuery): Promise<Summary> => {
    const { db, ledger, clock } = deps;
    await setup.mainWallet(ownerId);
    const interval = await intervalFor(query, () => deps.preferences.latest(ownerId), clock());
    if (interval.end <= interval.start) throw invalidField('to', 'must not be before from');
    const { walletId } = query;
    const all = await db.stores.wallets.list(ownerId, { limit: MOST_LISTED });
    const wallets = walletId === undefined ? all : all.filter(({ id }) => id === walletId);
    if (walletId !== undefined && wallets.length === 0) throw notFound('Wallet');
    const [balances, sums] = await Promise.all([
      withBalances(ledger, wallets),
      db.stores.transactions.sumsByCategory(ownerId, interval, walletId),
    ]);
    return { interval, data: summarise(balances, sums) };
  };
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
