import type { Action, Operation, OperationResult } from '../../domain/ledger/operation.ts';
import { categoriesOf } from '../../domain/filing/split.ts';
import { type Transaction, pendingRow, postedRow } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { keepTags } from '../tags/keep-tags.ts';
import { type Posted, secondsOf } from './posted.ts';

/** An operation whose new rows stand in it until they are posted. */
export type KeepingRows = Operation & { action: Extract<Action, { kind: 'post-rows' | 'post-batch' }> };

export const keepsRows = (operation: Operation): operation is KeepingRows =>
  operation.action.kind === 'post-rows' || operation.action.kind === 'post-batch';

/** What the operation leaves, once its rows are written. */
export interface Left {
  rows: Transaction[];
  result: OperationResult;
  action: Action;
}

/**
 * Writes the new rows of operations that the ledger has posted, everybody's in one statement. Those of a batch are not kept in
 * its result, for nobody asks for them.
 */
export async function writeNewRows(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  posted: readonly { operation: KeepingRows; posted: Posted }[],
): Promise<Left[]> {
  const now = deps.clock();
  const made = posted.map((each) => rowsOf(each.operation, each.posted, now));
  const filed = await refiledRows(tx, made.flat());
  await keepTags(deps, tx, filed);
  await tx.transactions.insertAll(filed);
  for (const each of posted)
    await tx.transactions.supersede(each.operation.ownerId, secondsOf(each.posted.transferIds));
  const written = new Map(filed.map((row) => [row.id, row]));
  return posted.map(({ operation: { action } }, index) => {
    const rows = (made[index] ?? []).flatMap(({ id }) => written.get(id) ?? []);
    const result =
      action.kind === 'post-rows'
        ? { transactions: rows, wallet: null }
        : { transactions: [], wallet: null, count: rows.length };
    return { rows, result, action: { ...action, rows: [] } };
  });
}

function rowsOf({ id, ownerId, createdAt, action }: KeepingRows, { transferIds }: Posted, now: Date): Transaction[] {
  const transferOf = (key: string) => transferIds.get(key) ?? null;
  if (action.kind === 'post-rows') return action.rows.map((row) => postedRow(row, transferOf(id), now));
  return action.rows.map((row) =>
    postedRow(pendingRow({ ...row, ownerId, operationId: null }, createdAt), transferOf(row.id), now),
  );
}

/** A category that was merged since takes its rows along; the lock keeps it from being merged until they are there. */
export async function refiledRows(tx: Tx, rows: readonly Transaction[]): Promise<Transaction[]> {
  const asked = new Map(rows.flatMap((row) => categoriesOf([row]).map((id) => [id, { ownerId: row.ownerId, id }])));
  const categories = asked.size === 0 ? [] : await tx.categories.lockAll([...asked.values()]);
  const filed = new Map(categories.map((each) => [each.id, each.mergedInto ?? each.id]));
  return rows.map((row) => ({
    ...row,
    categoryId: filed.get(row.categoryId ?? '') ?? null,
    splits: row.splits.map((split) => ({ ...split, categoryId: filed.get(split.categoryId) ?? split.categoryId })),
  }));
}
