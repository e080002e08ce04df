// Original file: florin/auth/v1/auth.proto


export interface StartTotpRequest {
  'userId'?: (string);
}

export interface StartTotpRequest__Output {
  'userId': (string);
}
