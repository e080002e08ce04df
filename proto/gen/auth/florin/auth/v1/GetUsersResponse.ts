// Original file: florin/auth/v1/directory.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

export interface GetUsersResponse {
  'users'?: (_florin_auth_v1_User)[];
}

export interface GetUsersResponse__Output {
  'users': (_florin_auth_v1_User__Output)[];
}
