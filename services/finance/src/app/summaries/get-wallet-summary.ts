import type { Period, PeriodKind } from '@florin/calendar';
import { dayOf, periodOf } from '@florin/calendar';
import { notFound } from '@florin/errors';
import type { Query } from '../../domain/query.ts';
import type { CategorySum } from '../../domain/summary.ts';
import { largestFirst } from '../../domain/summary.ts';
import type { Deps } from '../index.ts';
import type { DetailedTransaction } from '../transactions/detail-transactions.ts';
import { detailTransactions } from '../transactions/detail-transactions.ts';
import type { WalletWithBalance } from '../wallets/balances.ts';
import { agreedBalances } from './agreed-balances.ts';

const MAX_ROWS = 500;
const NEWEST: Query = { page: 1, size: MAX_ROWS, search: '', sort: 'transactionDate', order: 'desc', contains: {} };

interface GetWalletSummary {
  ownerId: string;
  walletId: string;
  kind: PeriodKind;
  /** a day in the period; default: today */
  at?: string | undefined;
}

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
export async function getWalletSummary(
  deps: Pick<Deps, 'stores' | 'ledger' | 'preferences' | 'clock'>,
  { ownerId, walletId, kind, at }: GetWalletSummary,
): Promise<WalletSummary> {
  const found = await deps.stores.wallets.find(ownerId, walletId);
  const [wallet] = found && found.status !== 'archived' ? await agreedBalances(deps, [found]) : [];
  if (!wallet) throw notFound('Wallet');
  const preferences = await deps.preferences.latest(ownerId);
  const period = periodOf(kind, at ?? dayOf(deps.clock(), preferences.timeZone), preferences);
  const { transactions } = deps.stores;
  const [{ rows }, sums] = await Promise.all([
    transactions.query(ownerId, NEWEST, { adjustments: false, walletId, period }),
    transactions.sumsByCategory(ownerId, period, { walletId }),
  ]);
  return { wallet, transactions: await detailTransactions(deps, rows, [wallet]), sums: largestFirst(sums), period };
}
