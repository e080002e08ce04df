// Original file: florin/users/v1/users.proto


export interface AnswerFriendRequestRequest {
  'userId'?: (string);
  'otherId'?: (string);
  'accept'?: (boolean);
  'orUnfriend'?: (boolean);
  'idempotencyKey'?: (string);
}

export interface AnswerFriendRequestRequest__Output {
  'userId': (string);
  'otherId': (string);
  'accept': (boolean);
  'orUnfriend': (boolean);
  'idempotencyKey': (string);
}
