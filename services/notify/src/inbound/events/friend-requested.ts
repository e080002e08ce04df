import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { friendAcceptedNotice, friendRequestedNotice } from '../../domain/templates/friends.ts';

export const onFriendRequested: EventHandler<'users.friend-requested.v1', UseCases> = (
  { announceNews },
  { id, data },
) =>
  announceNews({
    key: id,
    userId: data.toUserId,
    fromUserId: data.fromUserId,
    write: friendRequestedNotice,
    data: { requestId: data.requestId },
    at: new Date(data.requestedAt),
  });

export const onFriendAccepted: EventHandler<'users.friend-accepted.v1', UseCases> = ({ announceNews }, { id, data }) =>
  announceNews({
    key: id,
    userId: data.fromUserId,
    fromUserId: data.toUserId,
    write: friendAcceptedNotice,
    answer: true,
    at: new Date(data.acceptedAt),
  });
