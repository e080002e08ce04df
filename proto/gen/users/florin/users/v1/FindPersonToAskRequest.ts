// Original file: florin/users/v1/users.proto


export interface FindPersonToAskRequest {
  'userId'?: (string);
  'toUserId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'to'?: "toUserId"|"username"|"email";
}

export interface FindPersonToAskRequest__Output {
  'userId': (string);
  'toUserId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'to'?: "toUserId"|"username"|"email";
}
