// Original file: florin/auth/v1/passwords.proto

import type { Channel as _florin_auth_v1_Channel, Channel__Output as _florin_auth_v1_Channel__Output } from '../../../florin/auth/v1/Channel.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface StartPasswordResetRequest {
  'identifier'?: (string);
  'country'?: (string);
  'channel'?: (_florin_auth_v1_Channel);
  'device'?: (_florin_auth_v1_Device | null);
}

export interface StartPasswordResetRequest__Output {
  'identifier': (string);
  'country': (string);
  'channel': (_florin_auth_v1_Channel__Output);
  'device': (_florin_auth_v1_Device__Output | null);
}
