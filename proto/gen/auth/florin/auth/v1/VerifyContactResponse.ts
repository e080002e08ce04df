// Original file: florin/auth/v1/codes.proto

import type { CodeOutcome as _florin_auth_v1_CodeOutcome, CodeOutcome__Output as _florin_auth_v1_CodeOutcome__Output } from '../../../florin/auth/v1/CodeOutcome.ts';
import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from '../../../florin/auth/v1/Session.ts';

export interface VerifyContactResponse {
  'outcome'?: (_florin_auth_v1_CodeOutcome);
  'user'?: (_florin_auth_v1_User | null);
  'session'?: (_florin_auth_v1_Session | null);
}

export interface VerifyContactResponse__Output {
  'outcome': (_florin_auth_v1_CodeOutcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'session': (_florin_auth_v1_Session__Output | null);
}
