// Original file: florin/auth/v1/sessions.proto

import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';
import type { Long } from '@grpc/proto-loader';

export interface IntrospectSessionResponse {
  'active'?: (boolean);
  'user'?: (_florin_auth_v1_User | null);
  'sessionId'?: (string);
  'amr'?: (string)[];
  'authTime'?: (number | string | Long);
  'expiresAt'?: (string);
}

export interface IntrospectSessionResponse__Output {
  'active': (boolean);
  'user': (_florin_auth_v1_User__Output | null);
  'sessionId': (string);
  'amr': (string)[];
  'authTime': (string);
  'expiresAt': (string);
}
