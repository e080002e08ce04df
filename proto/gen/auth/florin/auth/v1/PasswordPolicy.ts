// Original file: florin/auth/v1/common.proto

export const PasswordPolicy = {
  PASSWORD_POLICY_UNSPECIFIED: 'PASSWORD_POLICY_UNSPECIFIED',
  PASSWORD_POLICY_STRICT: 'PASSWORD_POLICY_STRICT',
  PASSWORD_POLICY_PUBLISHED: 'PASSWORD_POLICY_PUBLISHED',
} as const;

export type PasswordPolicy =
  | 'PASSWORD_POLICY_UNSPECIFIED'
  | 0
  | 'PASSWORD_POLICY_STRICT'
  | 1
  | 'PASSWORD_POLICY_PUBLISHED'
  | 2

export type PasswordPolicy__Output = typeof PasswordPolicy[keyof typeof PasswordPolicy]
