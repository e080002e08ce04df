import { notFound } from '@florin/errors';
import { changesBack, requireUndoable, type Bulk } from '../../domain/bulk.ts';
import { getTransaction } from '../transactions/get-transaction.ts';
import { updateTransaction } from '../transactions/update-transaction.ts';
import type { Changing } from './change-transactions.ts';
import { eachRow } from './each-row.ts';
import { restoreTransaction } from './restore-transaction.ts';

/**
 * Takes a change of many rows back, each by itself: one that has been changed once more since stays as it is. Asking again
 * gives the same answer. Throws NOT_FOUND, CONFLICT after 10 minutes, UNAVAILABLE without the ledger: asking again goes on.
 */
export async function undoChange(deps: Changing, { ownerId, id }: { ownerId: string; id: string }): Promise<Bulk> {
  const { bulks } = deps.stores;
  const bulk = await bulks.find(ownerId, id);
  if (!bulk) throw notFound('Change');
  if (bulk.undone) return bulk;
  const done = requireUndoable(bulk, deps.clock()).filter(({ code }) => code === null);
  const before = new Map(bulk.before.map((row) => [row.id, row]));
  const undone = await eachRow(
    done.map((each) => each.id),
    async (rowId) => {
      const row = before.get(rowId);
      if (!row) throw notFound('Transaction');
      if (!bulk.changes) {
        await restoreTransaction(deps, row);
        return;
      }
      const now = await getTransaction(deps, { ownerId, id: rowId });
      const changes = changesBack(row, now, bulk.changes);
      if (changes) await updateTransaction(deps, { ownerId, id: rowId, changes });
    },
  );
  await bulks.setUndone(id, undone);
  return { ...bulk, undone };
}
