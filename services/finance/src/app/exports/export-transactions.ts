import { categoriesOf } from '../../domain/filing/split.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { TransactionFilter } from '../transactions/ports.ts';

/** A transaction with the names of its wallet and category, deleted ones included; of a split row all, empty without a category. */
export type ExportedTransaction = Transaction & { wallet: string; category: string };

interface ExportTransactions {
  ownerId: string;
  filter: TransactionFilter;
}

/** rows of one query, and at most in memory at a time */
const PAGE_ROWS = 500;

/**
 * The person's posted transactions that match, latest day first, page by page as they are asked for. Rows that are
 * changed while it runs may be in it as they were or as they are. It counts as under way until its end is read or it is
 * given up; a place among the costly reads is held for a page alone, since clients read slowly. Throws RATE_LIMITED.
 */
export async function* exportTransactions(
  { stores, takeTurn, costlyReads }: Pick<Deps, 'stores' | 'takeTurn' | 'costlyReads'>,
  { ownerId, filter }: ExportTransactions,
): AsyncIterable<ExportedTransaction[]> {
  const done = takeTurn.toExport(ownerId);
  try {
    let after: string[] | undefined;
    for (;;) {
      const slice = { limit: PAGE_ROWS, after };
      const found = await costlyReads.run(() => stores.transactions.list(ownerId, filter, slice));
      const rows = found.slice(0, PAGE_ROWS);
      const last = rows.at(-1);
      if (!last) return;
      yield await named(stores, ownerId, rows);
      if (found.length <= PAGE_ROWS) return;
      after = [last.date, last.occurredAt.toISOString(), last.id];
    }
  } finally {
    done();
  }
}

async function named(
  stores: Deps['stores'],
  ownerId: string,
  rows: readonly Transaction[],
): Promise<ExportedTransaction[]> {
  const [wallets, categories] = await Promise.all([
    stores.wallets.byIds(ownerId, [...new Set(rows.map(({ walletId }) => walletId))]),
    stores.categories.byIds(ownerId, categoriesOf(rows)),
  ]);
  const names = new Map([...wallets, ...categories].map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    wallet: names.get(row.walletId) ?? '',
    category: categoriesOf([row])
      .map((id) => names.get(id) ?? '')
      .join('; '),
  }));
}
