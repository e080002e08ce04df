// Original file: florin/auth/v1/common.proto

export const CodePurpose = {
  CODE_PURPOSE_UNSPECIFIED: 'CODE_PURPOSE_UNSPECIFIED',
  CODE_PURPOSE_VERIFY: 'CODE_PURPOSE_VERIFY',
  CODE_PURPOSE_PASSWORD_RESET: 'CODE_PURPOSE_PASSWORD_RESET',
  CODE_PURPOSE_SECOND_FACTOR: 'CODE_PURPOSE_SECOND_FACTOR',
} as const;

export type CodePurpose =
  | 'CODE_PURPOSE_UNSPECIFIED'
  | 0
  | 'CODE_PURPOSE_VERIFY'
  | 1
  | 'CODE_PURPOSE_PASSWORD_RESET'
  | 2
  | 'CODE_PURPOSE_SECOND_FACTOR'
  | 3

export type CodePurpose__Output = typeof CodePurpose[keyof typeof CodePurpose]
