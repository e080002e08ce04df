import type { UseCases } from '../../app/index.ts';
import { friendAcceptedNotice, friendRequestedNotice } from '../../templates/friends.ts';
import type { EventOf } from './event-of.ts';

export async function onFriendRequested(
  { announce, contacts }: UseCases,
  { id, data }: EventOf<'users.friend-requested.v1'>,
): Promise<void> {
  const notice = friendRequestedNotice(await contacts.nameOf(data.fromUserId));
  await announce({ key: id, userId: data.toUserId, notice, at: new Date(data.requestedAt) });
}

export async function onFriendAccepted(
  { announce, contacts }: UseCases,
  { id, data }: EventOf<'users.friend-accepted.v1'>,
): Promise<void> {
  const notice = friendAcceptedNotice(await contacts.nameOf(data.toUserId));
  await announce({ key: id, userId: data.fromUserId, notice, at: new Date(data.acceptedAt) });
}
