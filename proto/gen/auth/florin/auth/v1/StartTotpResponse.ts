// Original file: florin/auth/v1/second_factors.proto


// Original file: florin/auth/v1/second_factors.proto

export const _florin_auth_v1_StartTotpResponse_Outcome = {
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  OUTCOME_STARTED: 'OUTCOME_STARTED',
  OUTCOME_ENROLLED: 'OUTCOME_ENROLLED',
} as const;

export type _florin_auth_v1_StartTotpResponse_Outcome =
  | 'OUTCOME_UNSPECIFIED'
  | 0
  | 'OUTCOME_STARTED'
  | 1
  | 'OUTCOME_ENROLLED'
  | 2

export type _florin_auth_v1_StartTotpResponse_Outcome__Output = typeof _florin_auth_v1_StartTotpResponse_Outcome[keyof typeof _florin_auth_v1_StartTotpResponse_Outcome]

export interface StartTotpResponse {
  'outcome'?: (_florin_auth_v1_StartTotpResponse_Outcome);
  'secret'?: (string);
  'otpauthUrl'?: (string);
  'qrDataUrl'?: (string);
}

export interface StartTotpResponse__Output {
  'outcome': (_florin_auth_v1_StartTotpResponse_Outcome__Output);
  'secret': (string);
  'otpauthUrl': (string);
  'qrDataUrl': (string);
}
