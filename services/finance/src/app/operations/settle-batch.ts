import type { Action, Operation } from '../../domain/ledger/operation.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { Posted } from './settle.ts';

type Batch = Extract<Action, { kind: 'post-batch' }>;

/** Such an operation can be taken over when the ledger made its postings although it was given up as refused. */
export const isOfNewRows = ({ kind }: Action): boolean => kind === 'post' || kind === 'post-batch';

/** Writes the rows of a batch as posted, in one statement. The operation keeps how many there are in the place of them. */
export async function settleBatch(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { id, ownerId }: Operation,
  { rows }: Batch,
  { transferIds }: Posted,
): Promise<Operation> {
  const now = deps.clock();
  const asked = [...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))];
  // one that was merged since takes its rows along; the lock keeps it from being merged until they are there
  const categories = await tx.categories.byIds(ownerId, asked, 'share');
  const filed = new Map(categories.map((each) => [each.id, each.mergedInto ?? each.id]));
  await tx.transactions.insertAll(
    rows.map((row) => ({
      ...row,
      categoryId: filed.get(row.categoryId ?? '') ?? null,
      status: 'posted',
      transferId: transferIds.get(row.id) ?? null,
      updatedAt: now,
    })),
  );
  await tellThresholds(deps, tx, ownerId, [...filed.values()]);
  await tx.operations.setAction(id, { kind: 'post-batch', postings: [], rows: [] });
  return tx.operations.finish(id, { result: { transactions: [], wallet: null, count: rows.length } });
}
