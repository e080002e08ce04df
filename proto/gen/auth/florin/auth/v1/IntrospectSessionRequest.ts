// Original file: florin/auth/v1/sessions.proto


export interface IntrospectSessionRequest {
  'token'?: (string);
}

export interface IntrospectSessionRequest__Output {
  'token': (string);
}
