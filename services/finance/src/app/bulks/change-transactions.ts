import { isFlorinError, notFound } from '@florin/errors';
import { undoUntil, type Bulk, type BulkChanges } from '../../domain/bulk.ts';
import type { Deps } from '../index.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import type { Keyed, Once } from '../ports.ts';
import { deleteTransaction } from '../transactions/delete-transaction.ts';
import { updateTransaction } from '../transactions/update-transaction.ts';
import { eachRow } from './each-row.ts';

interface ChangeTransactions {
  /** at most 100 */
  ids: readonly string[];
  /** null: they are deleted */
  changes: BulkChanges | null;
}

export type Changing = OperationNeeds & Pick<Deps, 'once' | 'noteIntoLedgerAccounts'>;

/**
 * Changes many transactions alike, or deletes them, each by itself, and keeps them as they were for the 10 minutes in which
 * it can be taken back. A repeat with the same key gets the first result, or goes on where the first try ended. Throws
 * IDEMPOTENCY_MISMATCH, UNAVAILABLE without the ledger: ask again with the same key.
 */
export async function changeTransactions(
  deps: Changing,
  { ownerId, key, ...input }: Keyed<ChangeTransactions>,
): Promise<Once<Bulk>> {
  const { stores, clock, newId } = deps;
  const ids = [...new Set(input.ids)];
  const { body: bulkId, replayed } = await deps.once(
    { scope: `${ownerId} change transactions`, key, request: input },
    async (tx) => {
      const now = clock();
      const before = await tx.transactions.byIds(ownerId, ids);
      const open = { outcomes: null, undone: null, undoUntil: undoUntil(now), createdAt: now };
      const made: Bulk = { id: newId(), ownerId, changes: input.changes, before, ...open };
      await tx.bulks.insert(made);
      return made.id;
    },
  );
  const bulk = await stores.bulks.find(ownerId, bulkId);
  if (!bulk) throw notFound('Change');
  if (bulk.outcomes) return { body: bulk, replayed };
  const known = new Set(bulk.before.map(({ id }) => id));
  const outcomes = await eachRow(ids, async (id) => {
    if (!known.has(id)) throw notFound('Transaction');
    if (bulk.changes) await updateTransaction(deps, { ownerId, id, changes: bulk.changes });
    else await deleteTransaction(deps, { ownerId, id }).catch(ignoreGone);
  });
  await stores.bulks.finish(bulk.id, outcomes);
  return { body: { ...bulk, outcomes }, replayed };
}

/** It was there when the change began: an earlier try, or its other row between own wallets, took it along. */
function ignoreGone(error: unknown): void {
  if (!isFlorinError(error) || error.code !== 'NOT_FOUND') throw error;
}
