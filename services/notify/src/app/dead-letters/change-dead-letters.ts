import type { Deps } from '../index.ts';
import type { DeadLetterAction } from './ports.ts';

export type DeadLetterChange = Pick<DeadLetterAction, 'adminId' | 'action' | 'consumer' | 'letterIds' | 'reason'>;

/**
 * Puts letters back into their consumer's queue, all when none are named, or deletes those that are named for good; returns how
 * many. It is on record with its reason before it begins.
 */
export async function changeDeadLetters(
  {
    deadLetters,
    deadLetterActions,
    clock,
    newId,
    logger,
  }: Pick<Deps, 'deadLetters' | 'deadLetterActions' | 'clock' | 'newId' | 'logger'>,
  change: DeadLetterChange,
): Promise<number> {
  const { action, consumer, letterIds } = change;
  const id = newId();
  await deadLetterActions.begin({ id, ...change, at: clock() });
  const done =
    action === 'discard'
      ? await deadLetters.discard(consumer, letterIds)
      : await deadLetters.replay(consumer, letterIds.length === 0 ? 'all' : letterIds);
  await deadLetterActions.finish(id, done);
  logger.warn({ consumer, action, done, adminId: change.adminId }, 'an admin changed dead letters');
  return done;
}
