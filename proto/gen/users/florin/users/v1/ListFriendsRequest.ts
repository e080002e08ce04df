// Original file: florin/users/v1/users.proto


export interface ListFriendsRequest {
  'userId'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
  'viewerId'?: (string);
}

export interface ListFriendsRequest__Output {
  'userId': (string);
  'limit': (number);
  'cursor': (string);
  'viewerId': (string);
}
