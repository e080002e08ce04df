// Original file: florin/users/v1/users.proto


export interface ListFriendIdsResponse {
  'userIds'?: (string)[];
}

export interface ListFriendIdsResponse__Output {
  'userIds': (string)[];
}
