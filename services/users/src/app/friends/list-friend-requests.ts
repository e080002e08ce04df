import type { Profile } from '../../domain/profile.ts';
import type { FriendRequest } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';
import type { Direction, Page, PageRequest } from './ports.ts';

interface ListFriendRequests extends PageRequest {
  userId: string;
  direction: Direction;
}

/** Open requests with the other person's profile, latest first. Throws INVALID_ARGUMENT on the cursor, UNAVAILABLE. */
export async function listFriendRequests(
  deps: Deps,
  { userId, direction, ...page }: ListFriendRequests,
): Promise<Page<{ request: FriendRequest; person: Profile }>> {
  const { items, nextCursor } = await deps.relations.listRequests(userId, direction, page);
  const otherOf = (request: FriendRequest) => (direction === 'incoming' ? request.fromUserId : request.toUserId);
  const profiles = await ensureProfiles(deps, items.map(otherOf));
  const rows = items.flatMap((request) => {
    const person = profiles.get(otherOf(request));
    return person ? [{ request, person }] : [];
  });
  return { items: rows, nextCursor };
}
