// Original file: florin/auth/v1/sessions.proto


export interface Session {
  'id'?: (string);
  'token'?: (string);
  'expiresAt'?: (string);
  'expiresIn'?: (number);
}

export interface Session__Output {
  'id': (string);
  'token': (string);
  'expiresAt': (string);
  'expiresIn': (number);
}
