// Original file: florin/auth/v1/passwords.proto

import type { _florin_auth_v1_SendCodeResponse_Outcome, _florin_auth_v1_SendCodeResponse_Outcome__Output } from '../../../florin/auth/v1/SendCodeResponse.ts';
import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

export interface StartPasswordResetResponse {
  'outcome'?: (_florin_auth_v1_SendCodeResponse_Outcome);
  'user'?: (_florin_auth_v1_User | null);
  'token'?: (string);
}

export interface StartPasswordResetResponse__Output {
  'outcome': (_florin_auth_v1_SendCodeResponse_Outcome__Output);
  'user': (_florin_auth_v1_User__Output | null);
  'token': (string);
}
