// Original file: florin/users/v1/users.proto


export interface GetPreferencesRequest {
  'userId'?: (string);
}

export interface GetPreferencesRequest__Output {
  'userId': (string);
}
