import { FlorinError, invalidField, notFound } from '@florin/errors';
import { checkReach } from '../blocks/check-reach.ts';
import { findTarget, type Target } from '../friends/find-target.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from './ensure-profiles.ts';

/**
 * The id of the person whom another names, when that one may ask them for something; their setting for friend requests decides.
 * Somebody who has blocked the asking one is not there. Throws NOT_FOUND, INVALID_ARGUMENT for oneself, CONFLICT for one whom
 * the asking one has blocked, FORBIDDEN for one who takes no such requests from them, RATE_LIMITED to one who tries addresses.
 */
export async function findPersonToAsk(deps: Deps, { userId, to }: { userId: string; to: Target }): Promise<string> {
  const { userId: targetId, field } = await findTarget(deps, { callerId: userId, target: to });
  if (targetId === userId) throw invalidField(field, 'must be somebody else');
  const known = await ensureProfiles(deps, [userId, targetId]);
  if (!known.has(targetId) || !known.has(userId)) throw notFound('user');
  const [reach] = await checkReach(deps, { userId, otherIds: [targetId], purpose: 'friend-request' });
  if (reach === 'hidden') throw notFound('user');
  if (reach === 'blocked') throw new FlorinError('CONFLICT', 'You have blocked this person');
  if (reach === 'refused') throw new FlorinError('FORBIDDEN', 'This person does not take friend requests from you');
  return targetId;
}
