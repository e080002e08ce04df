// Original file: florin/auth/v1/second_factors.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface ResetSecondFactorsRequest {
  'adminUserId'?: (string);
  'userId'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface ResetSecondFactorsRequest__Output {
  'adminUserId': (string);
  'userId': (string);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
