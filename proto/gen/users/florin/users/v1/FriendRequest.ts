// Original file: florin/users/v1/users.proto


export interface FriendRequest {
  'id'?: (string);
  'fromUserId'?: (string);
  'toUserId'?: (string);
  'status'?: (string);
  'createdAt'?: (string);
}

export interface FriendRequest__Output {
  'id': (string);
  'fromUserId': (string);
  'toUserId': (string);
  'status': (string);
  'createdAt': (string);
}
