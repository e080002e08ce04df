import { FlorinError, notFound } from '@florin/errors';
import type { BulkOutcome } from '../../domain/bulk.ts';
import type { Changing } from '../bulks/change-rows.ts';
import { undoChange } from '../bulks/undo-change.ts';

/**
 * Takes back what rules changed at once, each row by itself: one that has been changed since stays as it is. Asking again gives
 * the same answer. Throws NOT_FOUND, CONFLICT after 10 minutes or while it is under way, UNAVAILABLE.
 */
export async function undoRules(
  deps: Changing,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<BulkOutcome[]> {
  const run = await deps.stores.rules.findRun(ownerId, id);
  if (!run) throw notFound('Change');
  const outcomes: BulkOutcome[] = [];
  for (const { bulkId } of run.groups) {
    if (bulkId === null) throw new FlorinError('CONFLICT', 'The change is still under way; try again in a moment');
    outcomes.push(...((await undoChange(deps, { ownerId, id: bulkId })).undone ?? []));
  }
  return outcomes;
}
