// Original file: florin/users/v1/users.proto


export interface GetRelationRequest {
  'userId'?: (string);
  'otherId'?: (string);
}

export interface GetRelationRequest__Output {
  'userId': (string);
  'otherId': (string);
}
