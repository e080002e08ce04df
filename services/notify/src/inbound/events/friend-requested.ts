import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { friendAcceptedNotice, friendRequestedNotice } from '../../domain/templates/friends.ts';

export async function onFriendRequested(
  { announceNotice, getName }: UseCases,
  { id, data }: FlorinEvent<'users.friend-requested.v1'>,
): Promise<void> {
  const notice = friendRequestedNotice(await getName(data.fromUserId));
  await announceNotice({
    key: id,
    userId: data.toUserId,
    fromUserId: data.fromUserId,
    notice,
    at: new Date(data.requestedAt),
  });
}

export async function onFriendAccepted(
  { announceNotice, getName }: UseCases,
  { id, data }: FlorinEvent<'users.friend-accepted.v1'>,
): Promise<void> {
  const notice = friendAcceptedNotice(await getName(data.toUserId));
  await announceNotice({
    key: id,
    userId: data.fromUserId,
    fromUserId: data.toUserId,
    notice,
    at: new Date(data.acceptedAt),
  });
}
