// Original file: florin/auth/v1/codes.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

// Original file: florin/auth/v1/codes.proto

export const _florin_auth_v1_SendCodeResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_SENT: 'OUTCOME_SENT',
  OUTCOME_UNKNOWN_USER: 'OUTCOME_UNKNOWN_USER',
  OUTCOME_TERMINATED: 'OUTCOME_TERMINATED',
  OUTCOME_NO_ADDRESS: 'OUTCOME_NO_ADDRESS',
  OUTCOME_ALREADY_VERIFIED: 'OUTCOME_ALREADY_VERIFIED',
} as const;

export type _florin_auth_v1_SendCodeResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_SENT'
  | 1
  | 'OUTCOME_UNKNOWN_USER'
  | 2
  | 'OUTCOME_TERMINATED'
  | 3
  | 'OUTCOME_NO_ADDRESS'
  | 4
  | 'OUTCOME_ALREADY_VERIFIED'
  | 5

export type _florin_auth_v1_SendCodeResponse_Outcome__Output = typeof _florin_auth_v1_SendCodeResponse_Outcome[keyof typeof _florin_auth_v1_SendCodeResponse_Outcome]

export interface SendCodeResponse {
  'outcome'?: (_florin_auth_v1_SendCodeResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
}

export interface SendCodeResponse__Output {
  'outcome': (_florin_auth_v1_SendCodeResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
}
