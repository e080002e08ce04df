// Original file: florin/auth/v1/codes.proto

import type { Channel as _florin_auth_v1_Channel, Channel__Output as _florin_auth_v1_Channel__Output } from '../../../florin/auth/v1/Channel.ts';
import type { CodePurpose as _florin_auth_v1_CodePurpose, CodePurpose__Output as _florin_auth_v1_CodePurpose__Output } from '../../../florin/auth/v1/CodePurpose.ts';
import type { Device as _florin_auth_v1_Device, Device__Output as _florin_auth_v1_Device__Output } from '../../../florin/auth/v1/Device.ts';

export interface SendCodeRequest {
  'identifier'?: (string);
  'country'?: (string);
  'channel'?: (_florin_auth_v1_Channel);
  'purpose'?: (_florin_auth_v1_CodePurpose);
  'device'?: (_florin_auth_v1_Device | null);
}

export interface SendCodeRequest__Output {
  'identifier': (string);
  'country': (string);
  'channel': (_florin_auth_v1_Channel__Output);
  'purpose': (_florin_auth_v1_CodePurpose__Output);
  'device': (_florin_auth_v1_Device__Output | null);
}
