// Original file: florin/auth/v1/sessions.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface SignOutRequest {
  'userId'?: (string);
  'sessionId'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
}

export interface SignOutRequest__Output {
  'userId': (string);
  'sessionId': (string);
  'device': (_florin_auth_v1_Device__Output | null);
}
