// Original file: florin/auth/v1/second_factors.proto

export const TotpOutcome = {
  TOTP_OUTCOME_UNSPECIFIED: 'TOTP_OUTCOME_UNSPECIFIED',
  TOTP_OUTCOME_OK: 'TOTP_OUTCOME_OK',
  TOTP_OUTCOME_WRONG_CODE: 'TOTP_OUTCOME_WRONG_CODE',
  TOTP_OUTCOME_NOT_ENROLLED: 'TOTP_OUTCOME_NOT_ENROLLED',
  TOTP_OUTCOME_ALREADY_ENROLLED: 'TOTP_OUTCOME_ALREADY_ENROLLED',
} as const;

export type TotpOutcome =
  | 'TOTP_OUTCOME_UNSPECIFIED'
  | 0
  | 'TOTP_OUTCOME_OK'
  | 1
  | 'TOTP_OUTCOME_WRONG_CODE'
  | 2
  | 'TOTP_OUTCOME_NOT_ENROLLED'
  | 3
  | 'TOTP_OUTCOME_ALREADY_ENROLLED'
  | 4

export type TotpOutcome__Output = typeof TotpOutcome[keyof typeof TotpOutcome]
