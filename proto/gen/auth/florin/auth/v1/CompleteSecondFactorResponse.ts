// Original file: florin/auth/v1/sign_in.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from '../../../florin/auth/v1/Session.ts';

// Original file: florin/auth/v1/sign_in.proto

export const _florin_auth_v1_CompleteSecondFactorResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_SIGNED_IN: 'OUTCOME_SIGNED_IN',
  OUTCOME_NO_CHALLENGE: 'OUTCOME_NO_CHALLENGE',
  OUTCOME_WRONG_CODE: 'OUTCOME_WRONG_CODE',
  OUTCOME_CODE_EXPIRED: 'OUTCOME_CODE_EXPIRED',
  OUTCOME_NO_CODE: 'OUTCOME_NO_CODE',
  OUTCOME_TERMINATED: 'OUTCOME_TERMINATED',
  OUTCOME_FROZEN: 'OUTCOME_FROZEN',
  OUTCOME_UNKNOWN_USER: 'OUTCOME_UNKNOWN_USER',
  OUTCOME_NOT_ENABLED: 'OUTCOME_NOT_ENABLED',
} as const;

export type _florin_auth_v1_CompleteSecondFactorResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_SIGNED_IN'
  | 1
  | 'OUTCOME_NO_CHALLENGE'
  | 2
  | 'OUTCOME_WRONG_CODE'
  | 3
  | 'OUTCOME_CODE_EXPIRED'
  | 4
  | 'OUTCOME_NO_CODE'
  | 5
  | 'OUTCOME_TERMINATED'
  | 6
  | 'OUTCOME_FROZEN'
  | 7
  | 'OUTCOME_UNKNOWN_USER'
  | 8
  | 'OUTCOME_NOT_ENABLED'
  | 9

export type _florin_auth_v1_CompleteSecondFactorResponse_Outcome__Output = typeof _florin_auth_v1_CompleteSecondFactorResponse_Outcome[keyof typeof _florin_auth_v1_CompleteSecondFactorResponse_Outcome]

export interface CompleteSecondFactorResponse {
  'outcome'?: (_florin_auth_v1_CompleteSecondFactorResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
  'session'?: (_florin_auth_v1_Session | null);
}

export interface CompleteSecondFactorResponse__Output {
  'outcome': (_florin_auth_v1_CompleteSecondFactorResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'session': (_florin_auth_v1_Session__Output | null);
}
