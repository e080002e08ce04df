import { invalidField } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import { findTarget, type Target } from '../friends/find-target.ts';
import type { Deps } from '../index.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';

/**
 * Blocks a person: friendship and open requests end, and from then on the blocked person finds the blocker nowhere. Again
 * does nothing. Throws NOT_FOUND for an unknown person, INVALID_ARGUMENT for oneself.
 */
export async function blockPerson(deps: Deps, { userId, who }: { userId: string; who: Target }): Promise<Profile> {
  const { userId: blockedId, field } = await findTarget(deps, { callerId: userId, target: who });
  if (blockedId === userId) throw invalidField(field, 'must be somebody else');
  await ensureProfile(deps, userId);
  const profile = await ensureProfile(deps, blockedId);
  const at = deps.clock();
  const event = deps.makeEvent('users.block-changed.v1', userId, { userId, blockedUserId: blockedId, blocked: true });
  await deps.blocks.add(userId, blockedId, at, event);
  await deps.relations.part(userId, blockedId, at);
  deps.nudge();
  return profile;
}
