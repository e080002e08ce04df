// Original file: florin/auth/v1/passwords.proto

import type { Channel as _florin_auth_v1_Channel, Channel__Output as _florin_auth_v1_Channel__Output } from '../../../florin/auth/v1/Channel.ts';
import type { PasswordPolicy as _florin_auth_v1_PasswordPolicy, PasswordPolicy__Output as _florin_auth_v1_PasswordPolicy__Output } from '../../../florin/auth/v1/PasswordPolicy.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface ResetPasswordRequest {
  'identifier'?: (string);
  'country'?: (string);
  'channel'?: (_florin_auth_v1_Channel);
  'code'?: (string);
  'token'?: (string);
  'password'?: (string);
  'passwordPolicy'?: (_florin_auth_v1_PasswordPolicy);
  'device'?: (_florin_auth_v1_Device | null);
  'idempotencyKey'?: (string);
}

export interface ResetPasswordRequest__Output {
  'identifier': (string);
  'country': (string);
  'channel': (_florin_auth_v1_Channel__Output);
  'code': (string);
  'token': (string);
  'password': (string);
  'passwordPolicy': (_florin_auth_v1_PasswordPolicy__Output);
  'device': (_florin_auth_v1_Device__Output | null);
  'idempotencyKey': (string);
}
