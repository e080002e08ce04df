import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { friendAcceptedNotice, friendRequestedNotice } from '../../domain/templates/friends.ts';

export async function onFriendRequested(
  { announceNews }: UseCases,
  { id, data }: FlorinEvent<'users.friend-requested.v1'>,
): Promise<void> {
  await announceNews({
    key: id,
    userId: data.toUserId,
    fromUserId: data.fromUserId,
    write: friendRequestedNotice,
    at: new Date(data.requestedAt),
  });
}

export async function onFriendAccepted(
  { announceNews }: UseCases,
  { id, data }: FlorinEvent<'users.friend-accepted.v1'>,
): Promise<void> {
  await announceNews({
    key: id,
    userId: data.fromUserId,
    fromUserId: data.toUserId,
    write: friendAcceptedNotice,
    answer: true,
    at: new Date(data.acceptedAt),
  });
}
