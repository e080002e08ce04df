import type { Category } from '../../domain/category.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import { withBalances, type WalletWithBalance } from '../wallets/balances.ts';

/** A transaction with its wallet as it is now and its category, deleted ones included. */
export type DetailedTransaction = Transaction & { wallet: WalletWithBalance; category: Category | undefined };

/**
 * Adds wallets and categories to rows of one person: two queries and one call to the ledger, however many rows. Wallets whose balance the caller
 * has already are handed in as `known` and not asked for again.
 */
export async function detailTransactions(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  rows: readonly Transaction[],
  known: readonly WalletWithBalance[] = [],
): Promise<DetailedTransaction[]> {
  const [first] = rows;
  if (!first) return [];
  const { ownerId } = first;
  const walletById = new Map(known.map((wallet) => [wallet.id, wallet]));
  const missing = rows.map(({ walletId }) => walletId).filter((id) => !walletById.has(id));
  const [wallets, categories] = await Promise.all([
    missing.length === 0 ? [] : stores.wallets.byIds(ownerId, [...new Set(missing)]),
    stores.categories.byIds(ownerId, [...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))]),
  ]);
  for (const wallet of await withBalances(ledger, wallets)) walletById.set(wallet.id, wallet);
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  return rows.flatMap((row) => {
    const wallet = walletById.get(row.walletId);
    return wallet ? [{ ...row, wallet, category: categoryById.get(row.categoryId ?? '') }] : [];
  });
}
