// Original file: florin/users/v1/users.proto

import type { Profile as _florin_users_v1_Profile, Profile__Output as _florin_users_v1_Profile__Output } from '../../../florin/users/v1/Profile.ts';

export interface Person {
  'profile'?: (_florin_users_v1_Profile | null);
  'relation'?: (string);
}

export interface Person__Output {
  'profile': (_florin_users_v1_Profile__Output | null);
  'relation': (string);
}
