import { dayAt, intervalOf } from '../domain/time/calendar.ts';
import type { Period, PeriodKind } from '../domain/time/period.ts';
import { periodOf } from '../domain/time/period.ts';
import type { CategorySum } from '../domain/summary.ts';
import { largestFirst } from '../domain/summary.ts';
import type { Deps } from './ports.ts';
import type { DetailedTransaction } from './transactions/query-transactions.ts';
import { withDetails } from './transactions/query-transactions.ts';
import type { WalletWithBalance } from './wallets/balances.ts';
import { getWallet } from './wallets/read-wallets.ts';

const MOST_ROWS = 500;

export interface WalletSummary {
  wallet: WalletWithBalance;
  /** newest first, at most 500; without adjustments */
  transactions: DetailedTransaction[];
  /** by category, largest first */
  sums: CategorySum[];
  period: Period;
}

/**
 * One wallet's movements in the person's own week, month or year around a day (default: today). Throws NOT_FOUND,
 * UNAVAILABLE without ledger or users.
 */
export function getWalletSummary(deps: Deps) {
  const walletOf = getWallet(deps);
  return async (
    ownerId: string,
    walletId: string,
    kind: PeriodKind,
    at: string | undefined,
  ): Promise<WalletSummary> => {
    const wallet = await walletOf(ownerId, walletId);
    const preferences = await deps.preferences.latest(ownerId);
    const { timeZone } = preferences;
    const period = periodOf(kind, at ?? dayAt(deps.clock(), timeZone), preferences);
    const interval = intervalOf(period, timeZone);
    const query = {
      page: 1,
      size: MOST_ROWS,
      search: '',
      sort: 'transactionDate',
      order: 'desc' as const,
      contains: {},
    };
    const { transactions } = deps.db.stores;
    const [{ rows }, sums] = await Promise.all([
      transactions.query(ownerId, query, { adjustments: false, walletId, interval }),
      transactions.sumsByCategory(ownerId, interval, walletId),
    ]);
    return { wallet, transactions: await withDetails(deps, rows), sums: largestFirst(sums), period };
  };
}
