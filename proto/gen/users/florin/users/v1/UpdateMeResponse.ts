// Original file: florin/users/v1/users.proto

import type { Me as _florin_users_v1_Me, Me__Output as _florin_users_v1_Me__Output } from '../../../florin/users/v1/Me.ts';

export interface UpdateMeResponse {
  'me'?: (_florin_users_v1_Me | null);
}

export interface UpdateMeResponse__Output {
  'me': (_florin_users_v1_Me__Output | null);
}
