// Original file: florin/auth/v1/passwords.proto

import type { PasswordPolicy as _florin_auth_v1_PasswordPolicy, PasswordPolicy__Output as _florin_auth_v1_PasswordPolicy__Output } from '../../../florin/auth/v1/PasswordPolicy.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';
import type { SessionSpec as _florin_auth_v1_SessionSpec, SessionSpec__Output as _florin_auth_v1_SessionSpec__Output } from '../../../florin/auth/v1/SessionSpec.ts';

export interface ChangePasswordRequest {
  'via'?: (string);
  'userId'?: (string);
  'sessionId'?: (string);
  'currentPassword'?: (string);
  'newPassword'?: (string);
  'passwordPolicy'?: (_florin_auth_v1_PasswordPolicy);
  'device'?: (_florin_auth_v1_Device | null);
  'session'?: (_florin_auth_v1_SessionSpec | null);
  'idempotencyKey'?: (string);
}

export interface ChangePasswordRequest__Output {
  'via': (string);
  'userId': (string);
  'sessionId': (string);
  'currentPassword': (string);
  'newPassword': (string);
  'passwordPolicy': (_florin_auth_v1_PasswordPolicy__Output);
  'device': (_florin_auth_v1_Device__Output | null);
  'session': (_florin_auth_v1_SessionSpec__Output | null);
  'idempotencyKey': (string);
}
