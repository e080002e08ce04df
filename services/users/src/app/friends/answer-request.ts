import { FlorinError, notFound } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { FriendRequest } from '../../domain/relation.ts';
import { MAX_FRIENDS } from '../../domain/relation.ts';
import type { MakeEvent, RelationStore } from '../ports.ts';

export interface AnswerDeps {
  relations: RelationStore;
  makeEvent: MakeEvent;
  clock: Clock;
  nudge: () => void;
}

export type Answer = 'accepted' | 'declined' | 'cancelled';

/**
 * Accepting and declining is the asked person's, cancelling the asking one's; for others there is no such request
 * (NOT_FOUND). The same answer again answers the same; another answer throws CONFLICT.
 */
export function createAnswerRequest({ relations, makeEvent, clock, nudge }: AnswerDeps) {
  const answer = async (userId: string, requestId: string, to: Answer): Promise<FriendRequest> => {
    const request = await relations.findRequest(requestId, userId);
    const mine = to === 'cancelled' ? request?.fromUserId === userId : request?.toUserId === userId;
    if (!request || !mine) throw notFound('friend request');
    if (request.status === to) return request;
    if (to === 'accepted') await roomFor(relations, request);
    const at = clock();
    const event = to === 'accepted' ? acceptedEvent(makeEvent, request, at) : undefined;
    const settled = await relations.settle(requestId, to, at, event ? { event } : {});
    nudge();
    if (settled) return settled;
    const now = await relations.findRequest(requestId, userId);
    if (now?.status === to) return now;
    throw new FlorinError('CONFLICT', `The request is ${now?.status ?? 'gone'} already`);
  };

  return {
    /** Answers a request by its id. */
    byId: answer,
    /** Answers the open request of the other person; throws NOT_FOUND when there is none. */
    byPerson: async (userId: string, otherId: string, to: 'accepted' | 'declined'): Promise<FriendRequest> => {
      const request = (await relations.find(userId, otherId))?.request;
      if (request?.fromUserId !== otherId || request.status !== 'pending') throw notFound('friend request');
      return answer(userId, request.id, to);
    },
  };
}

export function acceptedEvent(makeEvent: MakeEvent, request: FriendRequest, at: Date) {
  const { id: requestId, fromUserId, toUserId } = request;
  const data = { requestId, fromUserId, toUserId, acceptedAt: at.toISOString() };
  return makeEvent('users.friend-accepted.v1', requestId, data);
}

async function roomFor(relations: RelationStore, { fromUserId, toUserId }: FriendRequest): Promise<void> {
  const counts = await Promise.all([relations.countFriends(fromUserId), relations.countFriends(toUserId)]);
  if (counts.some((count) => count >= MAX_FRIENDS)) {
    throw new FlorinError('LIMIT_EXCEEDED', `One of you has ${MAX_FRIENDS} friends, the most possible`);
  }
}
