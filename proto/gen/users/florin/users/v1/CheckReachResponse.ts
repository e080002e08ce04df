// Original file: florin/users/v1/users.proto


export interface CheckReachResponse {
  'reach'?: (string)[];
}

export interface CheckReachResponse__Output {
  'reach': (string)[];
}
