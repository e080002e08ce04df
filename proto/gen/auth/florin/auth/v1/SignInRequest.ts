// Original file: florin/auth/v1/sign_in.proto

import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from '../../../florin/auth/v1/SessionSpec.ts';
import type { SendCode as _florin_auth_v1_SendCode, SendCode__Output as _florin_auth_v1_SendCode__Output } from '../../../florin/auth/v1/SendCode.ts';

export interface SignInRequest {
  'via'?: (string);
  'identifier'?: (string);
  'country'?: (string);
  'password'?: (string);
  'requireVerified'?: (boolean);
  'device'?: (_florin_auth_v1_Device | null);
  'session'?: (_florin_auth_v1_SessionSpec | null);
  'sendCode'?: (_florin_auth_v1_SendCode | null);
}

export interface SignInRequest__Output {
  'via': (string);
  'identifier': (string);
  'country': (string);
  'password': (string);
  'requireVerified': (boolean);
  'device': (_florin_auth_v1_Device__Output | null);
  'session': (_florin_auth_v1_SessionSpec__Output | null);
  'sendCode': (_florin_auth_v1_SendCode__Output | null);
}
