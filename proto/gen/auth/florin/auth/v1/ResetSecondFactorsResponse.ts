// Original file: florin/auth/v1/second_factors.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

// Original file: florin/auth/v1/second_factors.proto

export const _florin_auth_v1_ResetSecondFactorsResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_RESET: 'OUTCOME_RESET',
  OUTCOME_UNKNOWN_USER: 'OUTCOME_UNKNOWN_USER',
  OUTCOME_NOT_ADMIN: 'OUTCOME_NOT_ADMIN',
  OUTCOME_NOT_ENABLED: 'OUTCOME_NOT_ENABLED',
} as const;

export type _florin_auth_v1_ResetSecondFactorsResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_RESET'
  | 1
  | 'OUTCOME_UNKNOWN_USER'
  | 2
  | 'OUTCOME_NOT_ADMIN'
  | 3
  | 'OUTCOME_NOT_ENABLED'
  | 4

export type _florin_auth_v1_ResetSecondFactorsResponse_Outcome__Output = typeof _florin_auth_v1_ResetSecondFactorsResponse_Outcome[keyof typeof _florin_auth_v1_ResetSecondFactorsResponse_Outcome]

export interface ResetSecondFactorsResponse {
  'outcome'?: (_florin_auth_v1_ResetSecondFactorsResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
}

export interface ResetSecondFactorsResponse__Output {
  'outcome': (_florin_auth_v1_ResetSecondFactorsResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
}
