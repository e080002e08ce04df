import type { Category } from '../../domain/category.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { WalletWithBalance } from '../wallets/balances.ts';
import { withBalances } from '../wallets/balances.ts';

/** A transaction with its wallet as it is now and its category, deleted ones included. */
export type DetailedTransaction = Transaction & { wallet: WalletWithBalance; category: Category | undefined };

/** Adds wallets and categories: two queries and one call to the ledger, however many rows. */
export async function detailTransactions(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  rows: readonly Transaction[],
): Promise<DetailedTransaction[]> {
  const [wallets, categories] = await Promise.all([
    stores.wallets.byIds([...new Set(rows.map(({ walletId }) => walletId))]),
    stores.categories.byIds([...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))]),
  ]);
  const walletById = new Map((await withBalances(ledger, wallets)).map((wallet) => [wallet.id, wallet]));
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  return rows.flatMap((row) => {
    const wallet = walletById.get(row.walletId);
    return wallet ? [{ ...row, wallet, category: categoryById.get(row.categoryId ?? '') }] : [];
  });
}
