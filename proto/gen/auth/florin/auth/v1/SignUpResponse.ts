// Original file: florin/auth/v1/sign_in.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from '../../../florin/auth/v1/Session.ts';
import type { FieldFault as _florin_auth_v1_FieldFault, FieldFault__Output as _florin_auth_v1_FieldFault__Output } from '../../../florin/auth/v1/FieldFault.ts';

// Original file: florin/auth/v1/sign_in.proto

export const _florin_auth_v1_SignUpResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_CREATED: 'OUTCOME_CREATED',
  OUTCOME_EMAIL_TAKEN: 'OUTCOME_EMAIL_TAKEN',
  OUTCOME_EMAIL_INVALID: 'OUTCOME_EMAIL_INVALID',
  OUTCOME_USERNAME_TAKEN: 'OUTCOME_USERNAME_TAKEN',
  OUTCOME_USERNAME_INVALID: 'OUTCOME_USERNAME_INVALID',
  OUTCOME_MOBILE_TAKEN: 'OUTCOME_MOBILE_TAKEN',
  OUTCOME_MOBILE_INVALID: 'OUTCOME_MOBILE_INVALID',
  OUTCOME_PASSWORD_REFUSED: 'OUTCOME_PASSWORD_REFUSED',
  OUTCOME_INVALID: 'OUTCOME_INVALID',
} as const;

export type _florin_auth_v1_SignUpResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_CREATED'
  | 1
  | 'OUTCOME_EMAIL_TAKEN'
  | 2
  | 'OUTCOME_EMAIL_INVALID'
  | 3
  | 'OUTCOME_USERNAME_TAKEN'
  | 4
  | 'OUTCOME_USERNAME_INVALID'
  | 5
  | 'OUTCOME_MOBILE_TAKEN'
  | 6
  | 'OUTCOME_MOBILE_INVALID'
  | 7
  | 'OUTCOME_PASSWORD_REFUSED'
  | 8
  | 'OUTCOME_INVALID'
  | 9

export type _florin_auth_v1_SignUpResponse_Outcome__Output = typeof _florin_auth_v1_SignUpResponse_Outcome[keyof typeof _florin_auth_v1_SignUpResponse_Outcome]

export interface SignUpResponse {
  'outcome'?: (_florin_auth_v1_SignUpResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
  'session'?: (_florin_auth_v1_Session | null);
  'message'?: (string);
  'faults'?: (_florin_auth_v1_FieldFault)[];
}

export interface SignUpResponse__Output {
  'outcome': (_florin_auth_v1_SignUpResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'session': (_florin_auth_v1_Session__Output | null);
  'message': (string);
  'faults': (_florin_auth_v1_FieldFault__Output)[];
}
