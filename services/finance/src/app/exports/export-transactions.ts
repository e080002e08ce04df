import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { TransactionFilter } from '../transactions/ports.ts';

/** A transaction with the names of its wallet and category, deleted ones included; empty without a category. */
export type ExportedTransaction = Transaction & { wallet: string; category: string };

interface ExportTransactions {
  ownerId: string;
  filter: TransactionFilter;
}

/** rows of one query, and at most in memory at a time */
const PAGE_ROWS = 500;

/**
 * The person's posted transactions that match, latest day first, page by page as they are asked for. Rows that are
 * changed while it runs may be in it as they were or as they are.
 */
export async function* exportTransactions(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter }: ExportTransactions,
): AsyncIterable<ExportedTransaction[]> {
  let after: string[] | undefined;
  for (;;) {
    const found = await stores.transactions.list(ownerId, filter, { limit: PAGE_ROWS, after });
    const rows = found.slice(0, PAGE_ROWS);
    const last = rows.at(-1);
    if (!last) return;
    yield await named(stores, ownerId, rows);
    if (found.length <= PAGE_ROWS) return;
    after = [last.date, last.occurredAt.toISOString(), last.id];
  }
}

async function named(
  stores: Deps['stores'],
  ownerId: string,
  rows: readonly Transaction[],
): Promise<ExportedTransaction[]> {
  const [wallets, categories] = await Promise.all([
    stores.wallets.byIds(ownerId, [...new Set(rows.map(({ walletId }) => walletId))]),
    stores.categories.byIds(ownerId, [...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))]),
  ]);
  const names = new Map([...wallets, ...categories].map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    wallet: names.get(row.walletId) ?? '',
    category: names.get(row.categoryId ?? '') ?? '',
  }));
}
