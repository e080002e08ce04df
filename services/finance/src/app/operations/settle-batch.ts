import type { Action, Operation } from '../../domain/ledger/operation.ts';
import { touchedBy, type Touched } from '../../domain/filing/touched.ts';
import { type Transaction, pendingRow, postedRow } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import { tellThresholds, type Telling } from '../budgets/thresholds.ts';
import type { Tx } from '../ports.ts';
import { refiledRows, writeNewRows } from './new-rows.ts';
import { secondsOf, type Posted } from './posted.ts';

type Batch = Extract<Action, { kind: 'post-batch' | 'change-batch' }>;

const EMPTY_CHANGE: Action = { kind: 'change-batch', postings: [], rows: [] };

/** Such an operation can be taken over when the ledger made its postings although it was given up as refused. */
export const isOfNewRows = ({ kind }: Action): boolean =>
  kind === 'post' || kind === 'post-rows' || kind === 'post-batch';

/** Writes the rows of a batch in one statement. The operation keeps how many there are in the place of them. */
export async function settleBatch(
  deps: Telling,
  tx: Tx,
  operation: Operation,
  action: Batch,
  posted: Posted,
): Promise<Operation> {
  const { id, ownerId } = operation;
  const touched =
    action.kind === 'post-batch'
      ? await insertRows(deps, tx, operation, action, posted)
      : await changeRows(deps, tx, { id, ownerId, rows: await refiledRows(tx, action.rows) }, posted);
  await tellThresholds(deps, tx, ownerId, touched);
  const result = { transactions: [], wallet: null, count: action.rows.length };
  const kept = action.kind === 'post-batch' ? { ...action, rows: [] } : EMPTY_CHANGE;
  await tx.operations.finish(id, { result, action: kept });
  return { ...operation, action: kept, status: 'posted', result, error: null };
}

async function insertRows(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { ownerId, createdAt }: Operation,
  { rows }: Extract<Batch, { kind: 'post-batch' }>,
  { transferIds }: Posted,
): Promise<Touched> {
  const updatedAt = clock();
  const posted = rows.map((row): Transaction => {
    const pending = pendingRow({ ...row, ownerId, operationId: null }, createdAt);
    return postedRow(pending, transferIds.get(row.id) ?? null, updatedAt);
  });
  return touchedBy(await writeNewRows(tx, posted));
}

/** The transfers that the rows had do not stand for them any more: they were posted back, whether or not others were made. */
async function changeRows(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { id, ownerId, rows }: { id: string; ownerId: string; rows: readonly Transaction[] },
  { transferIds }: Posted,
): Promise<Touched> {
  const before = await tx.transactions.byOperation(id);
  const gone = new Set(before.flatMap(({ transferId }) => transferId ?? []));
  await tx.transactions.supersede(ownerId, [...gone, ...secondsOf(transferIds)]);
  const made = rows.map((row) => ({
    ...row,
    transferId: transferIds.get(row.transferId ?? '') ?? row.transferId,
    operationId: null,
  }));
  await tx.transactions.rewrite(made, clock());
  return touchedBy([...before, ...rows]);
}
