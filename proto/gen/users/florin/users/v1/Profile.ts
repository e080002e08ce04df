// Original file: florin/users/v1/users.proto

import type { FormerName as _florin_users_v1_FormerName, FormerName__Output as _florin_users_v1_FormerName__Output } from '../../../florin/users/v1/FormerName.ts';

export interface Profile {
  'userId'?: (string);
  'name'?: (string);
  'username'?: (string);
  'timeZone'?: (string);
  'locale'?: (string);
  'createdAt'?: (string);
  'hasPicture'?: (boolean);
  'formerNames'?: (_florin_users_v1_FormerName)[];
}

export interface Profile__Output {
  'userId': (string);
  'name': (string);
  'username': (string);
  'timeZone': (string);
  'locale': (string);
  'createdAt': (string);
  'hasPicture': (boolean);
  'formerNames': (_florin_users_v1_FormerName__Output)[];
}
