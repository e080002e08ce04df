// Original file: florin/auth/v1/directory.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

// Original file: florin/auth/v1/directory.proto

export const _florin_auth_v1_ChangeNameResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_CHANGED: 'OUTCOME_CHANGED',
  OUTCOME_SAME: 'OUTCOME_SAME',
  OUTCOME_TAKEN: 'OUTCOME_TAKEN',
  OUTCOME_INVALID: 'OUTCOME_INVALID',
} as const;

export type _florin_auth_v1_ChangeNameResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_CHANGED'
  | 1
  | 'OUTCOME_SAME'
  | 2
  | 'OUTCOME_TAKEN'
  | 3
  | 'OUTCOME_INVALID'
  | 4

export type _florin_auth_v1_ChangeNameResponse_Outcome__Output = typeof _florin_auth_v1_ChangeNameResponse_Outcome[keyof typeof _florin_auth_v1_ChangeNameResponse_Outcome]

export interface ChangeNameResponse {
  'outcome'?: (_florin_auth_v1_ChangeNameResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
}

export interface ChangeNameResponse__Output {
  'outcome': (_florin_auth_v1_ChangeNameResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
}
