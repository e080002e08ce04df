import type { FlorinEvent } from '@florin/contracts';
import type { MakeEvent } from '@florin/messaging';
import type { FriendRequest } from '../../domain/relation.ts';

/** The event that tells of a new friendship. */
export function friendAccepted(makeEvent: MakeEvent, request: FriendRequest, at: Date): FlorinEvent {
  const { id: requestId, fromUserId, toUserId } = request;
  const data = { requestId, fromUserId, toUserId, acceptedAt: at.toISOString() };
  return makeEvent('users.friend-accepted.v1', requestId, data);
}
