import { categoriesOf } from '../../domain/filing/split.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Tx } from '../ports.ts';

/** Writes rows that stood in operations until the ledger had posted them, everybody's in one statement, and returns them as they are filed. */
export async function writeNewRows(tx: Tx, rows: readonly Transaction[]): Promise<Transaction[]> {
  const filed = await refiledRows(tx, rows);
  await tx.transactions.insertAll(filed);
  return filed;
}

/** A category that was merged since takes its rows along; the lock keeps it from being merged until they are there. */
export async function refiledRows(tx: Tx, rows: readonly Transaction[]): Promise<Transaction[]> {
  const asked = rows.flatMap((row) => categoriesOf([row]).map((id) => ({ ownerId: row.ownerId, id })));
  const categories = asked.length === 0 ? [] : await tx.categories.lockAll(asked);
  const filed = new Map(categories.map((each) => [each.id, each.mergedInto ?? each.id]));
  return rows.map((row) => ({
    ...row,
    categoryId: filed.get(row.categoryId ?? '') ?? null,
    splits: row.splits.map((split) => ({ ...split, categoryId: filed.get(split.categoryId) ?? split.categoryId })),
  }));
}
