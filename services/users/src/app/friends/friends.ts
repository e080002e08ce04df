import { notFound } from '@florin/errors';
import type { FriendRequest, RelationState } from '../../domain/relation.ts';
import { MAX_FRIENDS, stateFor } from '../../domain/relation.ts';
import type { Profile } from '../../domain/profile.ts';
import type { EnsureProfiles } from '../people/ensure.ts';
import type { Page, RelationStore } from '../ports.ts';

export interface FriendsDeps {
  relations: RelationStore;
  ensure: EnsureProfiles;
}

interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

/** Reading and ending friendships. */
export function createFriends({ relations, ensure }: FriendsDeps) {
  return {
    /** Friends, latest friendship first. */
    list: async (userId: string, page: PageRequest): Promise<Page<Profile>> => {
      const { items, nextCursor } = await relations.listFriends(userId, page);
      const profiles = await ensure(items);
      return { items: items.flatMap((id) => profiles.get(id) ?? []), nextCursor };
    },
    /** Open requests with the other person's profile, latest first. */
    listRequests: async (
      userId: string,
      direction: 'incoming' | 'outgoing',
      page: PageRequest,
    ): Promise<Page<{ request: FriendRequest; person: Profile }>> => {
      const { items, nextCursor } = await relations.listRequests(userId, direction, page);
      const otherOf = (request: FriendRequest) => (direction === 'incoming' ? request.fromUserId : request.toUserId);
      const profiles = await ensure(items.map(otherOf));
      const rows = items.flatMap((request) => {
        const person = profiles.get(otherOf(request));
        return person ? [{ request, person }] : [];
      });
      return { items: rows, nextCursor };
    },
    /** Ids of all friends, at most 5000. */
    listIds: async (userId: string): Promise<string[]> =>
      (await relations.listFriends(userId, { limit: MAX_FRIENDS })).items,
    relation: async (userId: string, otherId: string): Promise<RelationState> =>
      stateFor(userId, otherId, await relations.find(userId, otherId)),
    /** Ends a friendship; throws NOT_FOUND when there is none. */
    unfriend: async (userId: string, otherId: string): Promise<void> => {
      if (!(await relations.unfriend(userId, otherId))) throw notFound('friend');
    },
  };
}
