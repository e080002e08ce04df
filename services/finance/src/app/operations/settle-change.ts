import type { Action, Operation } from '../../domain/ledger/operation.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import { tellThresholds, type Telling } from '../budgets/thresholds.ts';
import type { Tx } from '../ports.ts';
import { keepTags } from '../tags/keep-tags.ts';
import { refiledRows } from './new-rows.ts';
import { secondsOf, type Posted } from './posted.ts';

const EMPTY_CHANGE: Action = { kind: 'change-batch', postings: [], rows: [] };

/**
 * Writes many changed rows in one statement. The transfers that they had do not stand for them any more: they were posted back,
 * whether or not others were made. The operation keeps how many there are in the place of the rows.
 */
export async function settleChange(
  deps: Telling,
  tx: Tx,
  operation: Operation,
  action: Extract<Action, { kind: 'change-batch' }>,
  { transferIds }: Posted,
): Promise<Operation> {
  const { id, ownerId } = operation;
  const rows = await refiledRows(tx, action.rows);
  await keepTags(deps, tx, rows);
  const before = await tx.transactions.byOperation(id);
  const gone = new Set(before.flatMap(({ transferId }) => transferId ?? []));
  await tx.transactions.supersede(ownerId, [...gone, ...secondsOf(transferIds)]);
  const made = rows.map((row) => ({
    ...row,
    transferId: transferIds.get(row.transferId ?? '') ?? row.transferId,
    operationId: null,
  }));
  await tx.transactions.rewrite(made, deps.clock());
  await tellThresholds(deps, tx, ownerId, touchedBy([...before, ...rows]));
  const result = { transactions: [], wallet: null, count: rows.length };
  await tx.operations.finish(id, { result, action: EMPTY_CHANGE });
  return { ...operation, action: EMPTY_CHANGE, status: 'posted', result, error: null };
}
