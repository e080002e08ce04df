// Original file: florin/auth/v1/sessions.proto


export interface ListRevocationsRequest {
  'since'?: (string);
  'cursor'?: (string);
}

export interface ListRevocationsRequest__Output {
  'since': (string);
  'cursor': (string);
}
