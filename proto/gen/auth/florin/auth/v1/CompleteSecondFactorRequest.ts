// Original file: florin/auth/v1/sign_in.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from '../../../florin/auth/v1/SessionSpec.ts';

export interface CompleteSecondFactorRequest {
  'challenge'?: (string);
  'userId'?: (string);
  'code'?: (string);
  'factor'?: (string);
  'device'?: (_florin_auth_v1_Device | null);
  'session'?: (_florin_auth_v1_SessionSpec | null);
  'verifyContact'?: (boolean);
  'identifier'?: (string);
  'country'?: (string);
  'idempotencyKey'?: (string);
}

export interface CompleteSecondFactorRequest__Output {
  'challenge': (string);
  'userId': (string);
  'code': (string);
  'factor': (string);
  'device': (_florin_auth_v1_Device__Output | null);
  'session': (_florin_auth_v1_SessionSpec__Output | null);
  'verifyContact': (boolean);
  'identifier': (string);
  'country': (string);
  'idempotencyKey': (string);
}
