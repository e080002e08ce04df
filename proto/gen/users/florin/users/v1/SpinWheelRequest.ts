// Original file: florin/users/v1/users.proto


export interface SpinWheelRequest {
  'userId'?: (string);
  'cardNumber'?: (string);
  'idempotencyKey'?: (string);
}

export interface SpinWheelRequest__Output {
  'userId': (string);
  'cardNumber': (string);
  'idempotencyKey': (string);
}
