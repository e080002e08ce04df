// Original file: florin/users/v1/users.proto


export interface CheckPaymentsResponse {
  'reach'?: (string)[];
}

export interface CheckPaymentsResponse__Output {
  'reach': (string)[];
}
