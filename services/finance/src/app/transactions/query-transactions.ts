import type { Interval } from '../../domain/time/calendar.ts';
import type { Category } from '../../domain/category.ts';
import type { Found, Query } from '../../domain/query.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { WalletWithBalance } from '../wallets/balances.ts';
import { withBalances } from '../wallets/balances.ts';

/** A transaction with its wallet as it is now and its category, deleted ones included. */
export type DetailedTransaction = Transaction & { wallet: WalletWithBalance; category: Category | undefined };

/** Adds wallets and categories: two queries and one call to the ledger, however many rows. */
export async function withDetails(
  { db, ledger }: Pick<Deps, 'db' | 'ledger'>,
  rows: readonly Transaction[],
): Promise<DetailedTransaction[]> {
  const [wallets, categories] = await Promise.all([
    db.stores.wallets.byIds([...new Set(rows.map(({ walletId }) => walletId))]),
    db.stores.categories.byIds([...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))]),
  ]);
  const walletById = new Map((await withBalances(ledger, wallets)).map((wallet) => [wallet.id, wallet]));
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  return rows.flatMap((row) => {
    const wallet = walletById.get(row.walletId);
    return wallet ? [{ ...row, wallet, category: categoryById.get(row.categoryId ?? '') }] : [];
  });
}

/** Narrower than a query's own filters. */
export interface Scope {
  adjustments: boolean;
  walletId?: string;
  interval?: Interval;
}

/** A page of the person's posted transactions, with wallet and category. Throws INVALID_ARGUMENT for an unknown field. */
export function queryTransactions(deps: Deps, setup: OwnerSetup) {
  return async (ownerId: string, query: Query, scope: Scope): Promise<Found<DetailedTransaction>> => {
    await setup.categories(ownerId);
    const { rows, total } = await deps.db.stores.transactions.query(ownerId, query, scope);
    return { rows: await withDetails(deps, rows), total };
  };
}
