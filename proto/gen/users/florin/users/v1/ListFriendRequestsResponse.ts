// Original file: florin/users/v1/users.proto

import type { FriendRequest as _florin_users_v1_FriendRequest, FriendRequest__Output as _florin_users_v1_FriendRequest__Output } from '../../../florin/users/v1/FriendRequest.ts';
import type { Profile as _florin_users_v1_Profile, Profile__Output as _florin_users_v1_Profile__Output } from '../../../florin/users/v1/Profile.ts';

export interface _florin_users_v1_ListFriendRequestsResponse_Item {
  'request'?: (_florin_users_v1_FriendRequest | null);
  'person'?: (_florin_users_v1_Profile | null);
}

export interface _florin_users_v1_ListFriendRequestsResponse_Item__Output {
  'request': (_florin_users_v1_FriendRequest__Output | null);
  'person': (_florin_users_v1_Profile__Output | null);
}

export interface ListFriendRequestsResponse {
  'items'?: (_florin_users_v1_ListFriendRequestsResponse_Item)[];
  'nextCursor'?: (string);
}

export interface ListFriendRequestsResponse__Output {
  'items': (_florin_users_v1_ListFriendRequestsResponse_Item__Output)[];
  'nextCursor': (string);
}
