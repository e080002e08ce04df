import { notFound } from '@florin/errors';
import { changesBack, requireUndoable, type Bulk } from '../../domain/bulk.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { type Changing, changeRows } from './change-rows.ts';
import { planEdit, planRestoring } from './plans.ts';

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
  const zone = bulk.changes?.date === undefined ? undefined : await zoneOf(deps, ownerId);
  const undone = await changeRows(deps, {
    ownerId,
    ids: done.map((each) => each.id),
    plan: async (tx, found, key) => {
      const then = before.get(found.row.id);
      if (!then) throw notFound('Transaction');
      if (!bulk.changes) return planRestoring(deps, tx, found, key);
      if (found.row.status !== 'posted') throw notFound('Transaction');
      const changes = changesBack(then, found.row, bulk.changes);
      return changes && planEdit(deps, tx, found, { changes, zone, key });
    },
  });
  await bulks.setUndone(id, undone);
  return { ...bulk, undone };
}
