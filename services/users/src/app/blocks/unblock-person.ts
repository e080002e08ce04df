import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Ends a block. Throws NOT_FOUND when there is none. */
export async function unblockPerson(
  { blocks, makeEvent, nudge }: Pick<Deps, 'blocks' | 'makeEvent' | 'nudge'>,
  { userId, blockedId }: { userId: string; blockedId: string },
): Promise<void> {
  const facts = { userId, blockedUserId: blockedId, blocked: false };
  if (!(await blocks.end(userId, blockedId, makeEvent('users.block-changed.v1', userId, facts)))) {
    throw notFound('block');
  }
  nudge();
}
