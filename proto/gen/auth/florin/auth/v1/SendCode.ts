// Original file: florin/auth/v1/common.proto

import type { Channel as _florin_auth_v1_Channel, Channel__Output as _florin_auth_v1_Channel__Output } from '../../../florin/auth/v1/Channel.ts';
import type { CodePurpose as _florin_auth_v1_CodePurpose, CodePurpose__Output as _florin_auth_v1_CodePurpose__Output } from '../../../florin/auth/v1/CodePurpose.ts';

export interface SendCode {
  'channel'?: (_florin_auth_v1_Channel);
  'purpose'?: (_florin_auth_v1_CodePurpose);
}

export interface SendCode__Output {
  'channel': (_florin_auth_v1_Channel__Output);
  'purpose': (_florin_auth_v1_CodePurpose__Output);
}
