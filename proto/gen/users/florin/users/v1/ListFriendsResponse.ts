// Original file: florin/users/v1/users.proto

import type { Profile as _florin_users_v1_Profile, Profile__Output as _florin_users_v1_Profile__Output } from '../../../florin/users/v1/Profile.ts';

export interface ListFriendsResponse {
  'friends'?: (_florin_users_v1_Profile)[];
  'nextCursor'?: (string);
}

export interface ListFriendsResponse__Output {
  'friends': (_florin_users_v1_Profile__Output)[];
  'nextCursor': (string);
}
