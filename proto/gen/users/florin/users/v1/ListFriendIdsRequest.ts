// Original file: florin/users/v1/users.proto


export interface ListFriendIdsRequest {
  'userId'?: (string);
}

export interface ListFriendIdsRequest__Output {
  'userId': (string);
}
