// Original file: florin/auth/v1/directory.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

export interface ResolveUserResponse {
  'user'?: (_florin_auth_v1_User | null);
}

export interface ResolveUserResponse__Output {
  'user': (_florin_auth_v1_User__Output | null);
}
