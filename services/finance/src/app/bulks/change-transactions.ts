import { notFound } from '@florin/errors';
import { undoUntil, type Bulk, type BulkChanges } from '../../domain/bulk.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once } from '../ports.ts';
import { provideTags } from '../tags/provide-tags.ts';
import { type Changing, changeRows } from './change-rows.ts';
import { planDeletion, planEdit } from './plans.ts';

interface ChangeTransactions {
  /** at most 1,000 */
  ids: readonly string[];
  /** null: they are deleted */
  changes: BulkChanges | null;
}

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
      await provideTags(deps, tx, ownerId, input.changes?.addTags ?? []);
      await tx.bulks.insert(made);
      return made.id;
    },
  );
  const bulk = await stores.bulks.find(ownerId, bulkId);
  if (!bulk) throw notFound('Change');
  if (bulk.outcomes) return { body: bulk, replayed };
  const { changes, before } = bulk;
  const known = new Set(before.map(({ id }) => id));
  const zone = changes?.date === undefined ? undefined : await zoneOf(deps, ownerId);
  const outcomes = await changeRows(deps, {
    ownerId,
    ids,
    plan: async (tx, found, planKey) => {
      if (!known.has(found.row.id)) throw notFound('Transaction');
      return changes ? planEdit(deps, tx, found, { changes, zone, key: planKey }) : planDeletion(tx, found, planKey);
    },
  });
  await stores.bulks.finish(bulk.id, outcomes);
  return { body: { ...bulk, outcomes }, replayed };
}
