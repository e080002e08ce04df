// Original file: florin/auth/v1/codes.proto

import type { CodeOutcome as _florin_auth_v1_CodeOutcome, CodeOutcome__Output as _florin_auth_v1_CodeOutcome__Output } from '../../../florin/auth/v1/CodeOutcome.ts';
import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

export interface CheckCodeResponse {
  'outcome'?: (_florin_auth_v1_CodeOutcome);
  'user'?: (_florin_auth_v1_User | null);
}

export interface CheckCodeResponse__Output {
  'outcome': (_florin_auth_v1_CodeOutcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
}
