// Original file: florin/users/v1/users.proto

import type { Person as _florin_users_v1_Person, Person__Output as _florin_users_v1_Person__Output } from '../../../florin/users/v1/Person.ts';

export interface SearchPeopleResponse {
  'people'?: (_florin_users_v1_Person)[];
}

export interface SearchPeopleResponse__Output {
  'people': (_florin_users_v1_Person__Output)[];
}
