// Original file: florin/users/v1/users.proto


export interface GetRelationResponse {
  'relation'?: (string);
}

export interface GetRelationResponse__Output {
  'relation': (string);
}
