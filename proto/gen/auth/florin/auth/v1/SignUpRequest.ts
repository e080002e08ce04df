// Original file: florin/auth/v1/sign_in.proto

import type { PasswordPolicy as _florin_auth_v1_PasswordPolicy, PasswordPolicy__Output as _florin_auth_v1_PasswordPolicy__Output } from '../../../florin/auth/v1/PasswordPolicy.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';
import type { SendCode as _florin_auth_v1_SendCode, SendCode__Output as _florin_auth_v1_SendCode__Output } from '../../../florin/auth/v1/SendCode.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from '../../../florin/auth/v1/SessionSpec.ts';

export interface SignUpRequest {
  'via'?: (string);
  'email'?: (string);
  'mobile'?: (string);
  'country'?: (string);
  'username'?: (string);
  'shortestUsername'?: (number);
  'name'?: (string);
  'dateOfBirth'?: (string);
  'locale'?: (string);
  'timeZone'?: (string);
  'password'?: (string);
  'passwordPolicy'?: (_florin_auth_v1_PasswordPolicy);
  'device'?: (_florin_auth_v1_Device | null);
  'sendCode'?: (_florin_auth_v1_SendCode | null);
  'session'?: (_florin_auth_v1_SessionSpec | null);
  'idempotencyKey'?: (string);
  'onlyCheck'?: (boolean);
}

export interface SignUpRequest__Output {
  'via': (string);
  'email': (string);
  'mobile': (string);
  'country': (string);
  'username': (string);
  'shortestUsername': (number);
  'name': (string);
  'dateOfBirth': (string);
  'locale': (string);
  'timeZone': (string);
  'password': (string);
  'passwordPolicy': (_florin_auth_v1_PasswordPolicy__Output);
  'device': (_florin_auth_v1_Device__Output | null);
  'sendCode': (_florin_auth_v1_SendCode__Output | null);
  'session': (_florin_auth_v1_SessionSpec__Output | null);
  'idempotencyKey': (string);
  'onlyCheck': (boolean);
}
