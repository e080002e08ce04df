// Original file: florin/auth/v1/second_factors.proto


export interface StartTotpRequest {
  'userId'?: (string);
}

export interface StartTotpRequest__Output {
  'userId': (string);
}
