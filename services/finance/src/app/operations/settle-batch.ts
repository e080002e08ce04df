import type { Action, Operation } from '../../domain/ledger/operation.ts';
import { categoriesOf } from '../../domain/filing/split.ts';
import { type Transaction, pendingRow } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import { tellThresholds, type Telling } from '../budgets/thresholds.ts';
import type { Tx } from '../ports.ts';
import { secondsOf, type Posted } from './posted.ts';

type Batch = Extract<Action, { kind: 'post-batch' | 'change-batch' }>;

const EMPTY_CHANGE: Action = { kind: 'change-batch', postings: [], rows: [] };

/** Such an operation can be taken over when the ledger made its postings although it was given up as refused. */
export const isOfNewRows = ({ kind }: Action): boolean => kind === 'post' || kind === 'post-batch';

/** Writes the rows of a batch in one statement. The operation keeps how many there are in the place of them. */
export async function settleBatch(
  deps: Telling,
  tx: Tx,
  { id, ownerId, createdAt }: Operation,
  action: Batch,
  posted: Posted,
): Promise<Operation> {
  const rows =
    action.kind === 'change-batch'
      ? action.rows
      : action.rows.map((row) => pendingRow({ ...row, ownerId, operationId: null }, createdAt));
  const filed = await mergedCategories(tx, ownerId, rows);
  const refiled = rows.map((row) => ({
    ...row,
    categoryId: filed.get(row.categoryId ?? '') ?? null,
    splits: row.splits.map((split) => ({ ...split, categoryId: filed.get(split.categoryId) ?? split.categoryId })),
  }));
  const touched =
    action.kind === 'post-batch'
      ? await insertRows(deps, tx, refiled, posted)
      : await changeRows(deps, tx, { id, ownerId, rows: refiled }, posted);
  await tellThresholds(deps, tx, ownerId, touched);
  await tx.operations.setAction(id, action.kind === 'post-batch' ? { ...action, rows: [] } : EMPTY_CHANGE);
  return tx.operations.finish(id, { result: { transactions: [], wallet: null, count: rows.length } });
}

/** A category that was merged since takes its rows along; the lock keeps it from being merged until they are there. */
async function mergedCategories(tx: Tx, ownerId: string, rows: readonly Transaction[]): Promise<Map<string, string>> {
  const asked = categoriesOf(rows);
  const categories = asked.length === 0 ? [] : await tx.categories.byIds(ownerId, asked, 'share');
  return new Map(categories.map((each) => [each.id, each.mergedInto ?? each.id]));
}

async function insertRows(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  rows: readonly Transaction[],
  { transferIds }: Posted,
): Promise<string[]> {
  const updatedAt = clock();
  await tx.transactions.insertAll(
    rows.map((row) => ({ ...row, status: 'posted', transferId: transferIds.get(row.id) ?? null, updatedAt })),
  );
  return categoriesOf(rows);
}

/** The transfers that the rows had do not stand for them any more: they were posted back, whether or not others were made. */
async function changeRows(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { id, ownerId, rows }: { id: string; ownerId: string; rows: readonly Transaction[] },
  { transferIds }: Posted,
): Promise<string[]> {
  const before = await tx.transactions.byOperation(id);
  const gone = new Set(before.flatMap(({ transferId }) => transferId ?? []));
  await tx.transactions.supersede(ownerId, [...gone, ...secondsOf(transferIds)]);
  const made = rows.map((row) => ({
    ...row,
    transferId: transferIds.get(row.transferId ?? '') ?? row.transferId,
    operationId: null,
  }));
  await tx.transactions.rewrite(made, clock());
  return categoriesOf([...before, ...rows]);
}
