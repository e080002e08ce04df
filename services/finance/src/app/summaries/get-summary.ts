import type { Interval, Period, PeriodKind } from '@florin/calendar';
import { dayOf, intervalOf, periodOf } from '@florin/calendar';
import { invalidField, notFound } from '@florin/errors';
import type { Preferences } from '../../domain/time/preferences.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { CurrencySummary } from '../../domain/summary.ts';
import { summarise } from '../../domain/summary.ts';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import type { OpenMainWallet } from '../owners/open-main-wallet.ts';
import { openMainWallet } from '../owners/open-main-wallet.ts';
import type { Deps } from '../index.ts';
import type { Edge } from '../../domain/time/edge.ts';
import { dayOfEdge } from '../../domain/time/edge.ts';
import type { Stores } from '../ports.ts';
import { agreedBalances } from './agreed-balances.ts';

/** Either a span, both ends included, or the person's own week, month or year around a day (default: today). */
type SummaryQuery = { walletId?: string | undefined } & (
  { from: Edge; to: Edge } | { period: PeriodKind; at?: string | undefined }
);

export interface Summary {
  /** the instants of its days */
  interval: Interval;
  data: CurrencySummary[];
}

/**
 * Income, expense and debt by currency and category over a span, with the balances of now; of all open wallets, or of one,
 * which may be deleted. Throws NOT_FOUND for the
 * wallet, INVALID_ARGUMENT for a span that ends before it starts, UNAVAILABLE without ledger or users.
 */
export async function getSummary(
  deps: Pick<Deps, 'stores' | 'ledger' | 'preferences' | 'clock'> & OpenMainWallet,
  { ownerId, ...query }: SummaryQuery & { ownerId: string },
): Promise<Summary> {
  const { stores, clock } = deps;
  await openMainWallet(deps, ownerId);
  const { walletId } = query;
  const [own, balances] = await Promise.all([
    deps.preferences.latest(ownerId),
    walletsOf(stores, ownerId, walletId).then((wallets) => agreedBalances(deps, wallets)),
  ]);
  const period = periodFor(query, own, clock());
  const [sums, debts] = await Promise.all([
    stores.transactions.sumsByCategory(ownerId, period, { walletId }),
    stores.transactions.owed(ownerId, period.end, walletId),
  ]);
  return { interval: intervalOf(period, own.timeZone), data: summarise(balances, sums, debts) };
}

async function walletsOf(
  { wallets }: Pick<Stores, 'wallets'>,
  ownerId: string,
  walletId: string | undefined,
): Promise<Wallet[]> {
  if (walletId === undefined) return wallets.list(ownerId, { limit: MAX_LISTED_WALLETS });
  const found = await wallets.byIds(ownerId, [walletId]);
  if (found.length === 0) throw notFound('Wallet');
  return found;
}

function periodFor(query: SummaryQuery, own: Preferences, now: Date): Period {
  const { timeZone } = own;
  if (!('from' in query)) return periodOf(query.period, query.at ?? dayOf(now, timeZone), own);
  const period = { start: dayOfEdge(query.from, timeZone), end: dayOfEdge(query.to, timeZone) };
  if (period.end < period.start) throw invalidField('to', 'must not be before from');
  return period;
}
