// Original file: florin/auth/v1/auth.proto


export interface IntrospectSessionRequest {
  'token'?: (string);
}

export interface IntrospectSessionRequest__Output {
  'token': (string);
}
