// Original file: florin/auth/v1/sessions.proto

import type { Revocation as _florin_auth_v1_Revocation, Revocation__Output as _florin_auth_v1_Revocation__Output } from '../../../florin/auth/v1/Revocation.ts';

export interface ListRevocationsResponse {
  'revocations'?: (_florin_auth_v1_Revocation)[];
  'nextCursor'?: (string);
}

export interface ListRevocationsResponse__Output {
  'revocations': (_florin_auth_v1_Revocation__Output)[];
  'nextCursor': (string);
}
