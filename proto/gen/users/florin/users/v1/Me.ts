// Original file: florin/users/v1/users.proto

import type { Profile as _florin_users_v1_Profile, Profile__Output as _florin_users_v1_Profile__Output } from '../../../florin/users/v1/Profile.ts';
import type { Preferences as _florin_users_v1_Preferences, Preferences__Output as _florin_users_v1_Preferences__Output } from '../../../florin/users/v1/Preferences.ts';
import type { Rewards as _florin_users_v1_Rewards, Rewards__Output as _florin_users_v1_Rewards__Output } from '../../../florin/users/v1/Rewards.ts';
import type { PersonalDetails as _florin_users_v1_PersonalDetails, PersonalDetails__Output as _florin_users_v1_PersonalDetails__Output } from '../../../florin/users/v1/PersonalDetails.ts';

export interface Me {
  'profile'?: (_florin_users_v1_Profile | null);
  'email'?: (string);
  'preferences'?: (_florin_users_v1_Preferences | null);
  'cardNumber'?: (string);
  'rewards'?: (_florin_users_v1_Rewards | null);
  'picture'?: (Buffer | Uint8Array | string);
  'pictureContentType'?: (string);
  'updatedAt'?: (string);
  'details'?: (_florin_users_v1_PersonalDetails | null);
}

export interface Me__Output {
  'profile': (_florin_users_v1_Profile__Output | null);
  'email': (string);
  'preferences': (_florin_users_v1_Preferences__Output | null);
  'cardNumber': (string);
  'rewards': (_florin_users_v1_Rewards__Output | null);
  'picture': (Buffer);
  'pictureContentType': (string);
  'updatedAt': (string);
  'details': (_florin_users_v1_PersonalDetails__Output | null);
}
