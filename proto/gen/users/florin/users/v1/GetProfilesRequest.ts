// Original file: florin/users/v1/users.proto


export interface GetProfilesRequest {
  'userIds'?: (string)[];
}

export interface GetProfilesRequest__Output {
  'userIds': (string)[];
}
