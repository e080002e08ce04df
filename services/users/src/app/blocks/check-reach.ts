import { decideReach, type Purpose, type Reach } from '../../domain/block.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';

interface CheckReach {
  userId: string;
  /** at most 200 */
  otherIds: readonly string[];
  purpose: Purpose;
}

/** Whether a person reaches each of the others, in their order. Unknown people are `open`: whoever asks finds out by itself. */
export async function checkReach(deps: Deps, { userId, otherIds, purpose }: CheckReach): Promise<Reach[]> {
  const between = await deps.blocks.between(userId, otherIds);
  const asks = purpose !== 'payment';
  const [profiles, relations] = asks
    ? await Promise.all([ensureProfiles(deps, otherIds), deps.relations.findMany(userId, otherIds)])
    : [undefined, undefined];
  return Promise.all(
    otherIds.map((otherId) => {
      const preferences = profiles?.get(otherId)?.preferences;
      const setting = purpose === 'friend-request' ? 'friendRequestsFrom' : 'paymentRequestsFrom';
      return decideReach(
        between.get(otherId) ?? { byMe: false, byThem: false },
        preferences?.[setting] ?? 'everybody',
        {
          friends: relations?.get(otherId)?.friends ?? false,
          commonFriend: () => deps.relations.haveCommonFriend(userId, otherId),
        },
      );
    }),
  );
}

/** True when the person has blocked the viewer, to whom they must look as if they were not there. */
export async function isHidden(
  { blocks }: Pick<Deps, 'blocks'>,
  { viewerId, userId }: { viewerId: string; userId: string },
): Promise<boolean> {
  if (viewerId === userId) return false;
  return (await blocks.between(viewerId, [userId])).get(userId)?.byThem ?? false;
}
