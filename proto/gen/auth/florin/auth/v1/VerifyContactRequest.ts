// Original file: florin/auth/v1/codes.proto

import type { Channel as _florin_auth_v1_Channel, Channel__Output as _florin_auth_v1_Channel__Output } from '../../../florin/auth/v1/Channel.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from '../../../florin/auth/v1/SessionSpec.ts';

export interface VerifyContactRequest {
  'via'?: (string);
  'identifier'?: (string);
  'country'?: (string);
  'channel'?: (_florin_auth_v1_Channel);
  'code'?: (string);
  'refuseVerified'?: (boolean);
  'device'?: (_florin_auth_v1_Device | null);
  'session'?: (_florin_auth_v1_SessionSpec | null);
  'idempotencyKey'?: (string);
}

export interface VerifyContactRequest__Output {
  'via': (string);
  'identifier': (string);
  'country': (string);
  'channel': (_florin_auth_v1_Channel__Output);
  'code': (string);
  'refuseVerified': (boolean);
  'device': (_florin_auth_v1_Device__Output | null);
  'session': (_florin_auth_v1_SessionSpec__Output | null);
  'idempotencyKey': (string);
}
