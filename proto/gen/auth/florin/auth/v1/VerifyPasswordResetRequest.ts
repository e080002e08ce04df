// Original file: florin/auth/v1/passwords.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface VerifyPasswordResetRequest {
  'token'?: (string);
  'code'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface VerifyPasswordResetRequest__Output {
  'token': (string);
  'code': (string);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
