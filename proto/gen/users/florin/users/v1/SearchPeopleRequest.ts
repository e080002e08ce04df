// Original file: florin/users/v1/users.proto


export interface SearchPeopleRequest {
  'viewerId'?: (string);
  'query'?: (string);
  'limit'?: (number);
}

export interface SearchPeopleRequest__Output {
  'viewerId': (string);
  'query': (string);
  'limit': (number);
}
