import { FlorinError, notFound } from '@florin/errors';
import type { Occurrence } from '../../domain/recurring/recurring.ts';
import { beginOccurrences, blockOf } from './begin-occurrences.ts';
import { lockOwn, pausedTwice } from '../recurring/own-recurring.ts';
import { runAll, settleEnded, type PostingRecurring } from '../recurring/post-recurring.ts';

interface RetryOccurrence {
  ownerId: string;
  id: string;
  number: number;
}

/**
 * Tries a failed occurrence once more, on its own day and with what the recurring transaction says now. One that is posted is
 * answered as it is. Throws NOT_FOUND, CONFLICT for one that was passed over or whose wallet or category was deleted.
 */
export async function retryOccurrence(
  deps: PostingRecurring,
  { ownerId, id, number }: RetryOccurrence,
): Promise<Occurrence> {
  const begun = await deps.transact(async (tx) => {
    const recurring = await lockOwn(tx, ownerId, id);
    const occurrence = await tx.recurring.occurrence(ownerId, id, number);
    if (!occurrence) throw notFound('Occurrence');
    if (occurrence.status === 'posted' || occurrence.status === 'pending') return [];
    if (occurrence.status !== 'failed') throw new FlorinError('CONFLICT', `This occurrence was ${occurrence.status}`);
    const targets = await tx.recurring.lockTargets([recurring]);
    if (blockOf(recurring, targets)) throw pausedTwice();
    const again = {
      ...occurrence,
      status: 'pending',
      tries: occurrence.tries + 1,
      failure: null,
      reason: null,
    } as const;
    const all = await beginOccurrences(deps, tx, [{ recurring, occurrence: again }], { targets, alone: true });
    await tx.recurring.record(all);
    return all;
  });
  await runAll(deps, begun);
  await settleEnded(deps, 100);
  const settled = await deps.stores.recurring.occurrence(ownerId, id, number);
  if (!settled) throw notFound('Occurrence');
  return settled;
}
