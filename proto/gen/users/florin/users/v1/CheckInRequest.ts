// Original file: florin/users/v1/users.proto


export interface CheckInRequest {
  'userId'?: (string);
  'idempotencyKey'?: (string);
}

export interface CheckInRequest__Output {
  'userId': (string);
  'idempotencyKey': (string);
}
