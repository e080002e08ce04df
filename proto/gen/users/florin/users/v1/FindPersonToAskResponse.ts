// Original file: florin/users/v1/users.proto


export interface FindPersonToAskResponse {
  'userId'?: (string);
}

export interface FindPersonToAskResponse__Output {
  'userId': (string);
}
