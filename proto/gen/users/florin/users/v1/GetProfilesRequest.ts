// Original file: florin/users/v1/users.proto


export interface GetProfilesRequest {
  'userIds'?: (string)[];
  'formerNames'?: (boolean);
}

export interface GetProfilesRequest__Output {
  'userIds': (string)[];
  'formerNames': (boolean);
}
