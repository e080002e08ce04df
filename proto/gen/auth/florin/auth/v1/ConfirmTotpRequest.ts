// Original file: florin/auth/v1/second_factors.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface ConfirmTotpRequest {
  'userId'?: (string);
  'code'?: (string);
  'secret'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface ConfirmTotpRequest__Output {
  'userId': (string);
  'code': (string);
  'secret': (string);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
