// Original file: florin/users/v1/users.proto


export interface UnfriendRequest {
  'userId'?: (string);
  'otherId'?: (string);
}

export interface UnfriendRequest__Output {
  'userId': (string);
  'otherId': (string);
}
