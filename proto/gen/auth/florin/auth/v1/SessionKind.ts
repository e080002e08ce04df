// Original file: florin/auth/v1/sessions.proto

export const SessionKind = {
  SESSION_KIND_UNSPECIFIED: 'SESSION_KIND_UNSPECIFIED',
  SESSION_KIND_TOKEN: 'SESSION_KIND_TOKEN',
  SESSION_KIND_OPAQUE: 'SESSION_KIND_OPAQUE',
} as const;

export type SessionKind =
  | 'SESSION_KIND_UNSPECIFIED'
  | 0
  | 'SESSION_KIND_TOKEN'
  | 1
  | 'SESSION_KIND_OPAQUE'
  | 2

export type SessionKind__Output = typeof SessionKind[keyof typeof SessionKind]
