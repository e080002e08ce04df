// Original file: florin/auth/v1/auth.proto


export interface GetUsersRequest {
  'ids'?: (string)[];
}

export interface GetUsersRequest__Output {
  'ids': (string)[];
}
