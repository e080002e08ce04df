// Original file: florin/auth/v1/sessions.proto

import type { SessionKind as _florin_auth_v1_SessionKind, SessionKind__Output as _florin_auth_v1_SessionKind__Output } from '../../../florin/auth/v1/SessionKind.ts';

export interface SessionSpec {
  'kind'?: (_florin_auth_v1_SessionKind);
  'lifetimeSeconds'?: (number);
}

export interface SessionSpec__Output {
  'kind': (_florin_auth_v1_SessionKind__Output);
  'lifetimeSeconds': (number);
}
