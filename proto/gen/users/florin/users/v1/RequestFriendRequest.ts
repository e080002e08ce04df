// Original file: florin/users/v1/users.proto


export interface RequestFriendRequest {
  'userId'?: (string);
  'toUserId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'idempotencyKey'?: (string);
  'to'?: "toUserId"|"username"|"email";
}

export interface RequestFriendRequest__Output {
  'userId': (string);
  'toUserId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'idempotencyKey': (string);
  'to'?: "toUserId"|"username"|"email";
}
