// Original file: florin/auth/v1/passwords.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Session as _florin_auth_v1_Session, Session__Output as _florin_auth_v1_Session__Output } from '../../../florin/auth/v1/Session.ts';

// Original file: florin/auth/v1/passwords.proto

export const _florin_auth_v1_ChangePasswordResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_CHANGED: 'OUTCOME_CHANGED',
  OUTCOME_WRONG_PASSWORD: 'OUTCOME_WRONG_PASSWORD',
  OUTCOME_SAME_PASSWORD: 'OUTCOME_SAME_PASSWORD',
  OUTCOME_PASSWORD_REFUSED: 'OUTCOME_PASSWORD_REFUSED',
} as const;

export type _florin_auth_v1_ChangePasswordResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_CHANGED'
  | 1
  | 'OUTCOME_WRONG_PASSWORD'
  | 2
  | 'OUTCOME_SAME_PASSWORD'
  | 3
  | 'OUTCOME_PASSWORD_REFUSED'
  | 4

export type _florin_auth_v1_ChangePasswordResponse_Outcome__Output = typeof _florin_auth_v1_ChangePasswordResponse_Outcome[keyof typeof _florin_auth_v1_ChangePasswordResponse_Outcome]

export interface ChangePasswordResponse {
  'outcome'?: (_florin_auth_v1_ChangePasswordResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
  'session'?: (_florin_auth_v1_Session | null);
  'message'?: (string);
}

export interface ChangePasswordResponse__Output {
  'outcome': (_florin_auth_v1_ChangePasswordResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'session': (_florin_auth_v1_Session__Output | null);
  'message': (string);
}
