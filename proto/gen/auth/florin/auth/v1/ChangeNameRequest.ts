// Original file: florin/auth/v1/directory.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface ChangeNameRequest {
  'userId'?: (string);
  'name'?: (string);
  'username'?: (string);
  'shortestUsername'?: (number);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface ChangeNameRequest__Output {
  'userId': (string);
  'name': (string);
  'username': (string);
  'shortestUsername': (number);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
