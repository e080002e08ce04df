// Original file: florin/users/v1/users.proto


export interface ListFriendRequestsRequest {
  'userId'?: (string);
  'direction'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
}

export interface ListFriendRequestsRequest__Output {
  'userId': (string);
  'direction': (string);
  'limit': (number);
  'cursor': (string);
}
