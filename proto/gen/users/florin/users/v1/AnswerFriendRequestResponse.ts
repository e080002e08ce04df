// Original file: florin/users/v1/users.proto

import type { FriendRequest as _florin_users_v1_FriendRequest, FriendRequest__Output as _florin_users_v1_FriendRequest__Output } from '../../../florin/users/v1/FriendRequest.ts';

export interface AnswerFriendRequestResponse {
  'request'?: (_florin_users_v1_FriendRequest | null);
}

export interface AnswerFriendRequestResponse__Output {
  'request': (_florin_users_v1_FriendRequest__Output | null);
}
