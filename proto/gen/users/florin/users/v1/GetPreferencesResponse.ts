// Original file: florin/users/v1/users.proto

import type { Preferences as _florin_users_v1_Preferences, Preferences__Output as _florin_users_v1_Preferences__Output } from '../../../florin/users/v1/Preferences.ts';

export interface GetPreferencesResponse {
  'preferences'?: (_florin_users_v1_Preferences | null);
}

export interface GetPreferencesResponse__Output {
  'preferences': (_florin_users_v1_Preferences__Output | null);
}
