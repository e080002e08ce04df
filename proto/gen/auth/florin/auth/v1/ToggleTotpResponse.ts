// Original file: florin/auth/v1/second_factors.proto

import type { TotpOutcome as _florin_auth_v1_TotpOutcome, TotpOutcome__Output as _florin_auth_v1_TotpOutcome__Output } from '../../../florin/auth/v1/TotpOutcome.ts';
import type { User as _florin_auth_v1_User, User__Output as _florin_auth_v1_User__Output } from '../../../florin/auth/v1/User.ts';

export interface ToggleTotpResponse {
  'outcome'?: (_florin_auth_v1_TotpOutcome);
  'enabled'?: (boolean);
  'user'?: (_florin_auth_v1_User | null);
}

export interface ToggleTotpResponse__Output {
  'outcome': (_florin_auth_v1_TotpOutcome__Output);
  'enabled': (boolean);
  'user': (_florin_auth_v1_User__Output | null);
}
