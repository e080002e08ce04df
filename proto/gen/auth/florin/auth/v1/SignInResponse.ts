// Original file: florin/auth/v1/sign_in.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from '../../../florin/auth/v1/Session.ts';
import type { Challenge as _florin_auth_v1_Challenge, Challenge__Output as _florin_auth_v1_Challenge__Output } from '../../../florin/auth/v1/Challenge.ts';

// Original file: florin/auth/v1/sign_in.proto

export const _florin_auth_v1_SignInResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_SIGNED_IN: 'OUTCOME_SIGNED_IN',
  OUTCOME_SECOND_FACTOR: 'OUTCOME_SECOND_FACTOR',
  OUTCOME_UNKNOWN_USER: 'OUTCOME_UNKNOWN_USER',
  OUTCOME_WRONG_PASSWORD: 'OUTCOME_WRONG_PASSWORD',
  OUTCOME_OTHER_PROVIDER: 'OUTCOME_OTHER_PROVIDER',
  OUTCOME_UNVERIFIED: 'OUTCOME_UNVERIFIED',
  OUTCOME_TERMINATED: 'OUTCOME_TERMINATED',
  OUTCOME_FROZEN: 'OUTCOME_FROZEN',
} as const;

export type _florin_auth_v1_SignInResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_SIGNED_IN'
  | 1
  | 'OUTCOME_SECOND_FACTOR'
  | 2
  | 'OUTCOME_UNKNOWN_USER'
  | 3
  | 'OUTCOME_WRONG_PASSWORD'
  | 4
  | 'OUTCOME_OTHER_PROVIDER'
  | 5
  | 'OUTCOME_UNVERIFIED'
  | 6
  | 'OUTCOME_TERMINATED'
  | 7
  | 'OUTCOME_FROZEN'
  | 8

export type _florin_auth_v1_SignInResponse_Outcome__Output = typeof _florin_auth_v1_SignInResponse_Outcome[keyof typeof _florin_auth_v1_SignInResponse_Outcome]

export interface SignInResponse {
  'outcome'?: (_florin_auth_v1_SignInResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
  'session'?: (_florin_auth_v1_Session | null);
  'challenge'?: (_florin_auth_v1_Challenge | null);
}

export interface SignInResponse__Output {
  'outcome': (_florin_auth_v1_SignInResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'session': (_florin_auth_v1_Session__Output | null);
  'challenge': (_florin_auth_v1_Challenge__Output | null);
}
