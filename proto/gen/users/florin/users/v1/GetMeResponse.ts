// Original file: florin/users/v1/users.proto

import type { Me as _florin_users_v1_Me, Me__Output as _florin_users_v1_Me__Output } from '../../../florin/users/v1/Me.ts';

export interface GetMeResponse {
  'me'?: (_florin_users_v1_Me | null);
}

export interface GetMeResponse__Output {
  'me': (_florin_users_v1_Me__Output | null);
}
