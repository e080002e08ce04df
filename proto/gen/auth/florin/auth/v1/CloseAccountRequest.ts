// Original file: florin/auth/v1/directory.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface CloseAccountRequest {
  'via'?: (string);
  'userId'?: (string);
  'sessionId'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface CloseAccountRequest__Output {
  'via': (string);
  'userId': (string);
  'sessionId': (string);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
