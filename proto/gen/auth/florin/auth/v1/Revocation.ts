// Original file: florin/auth/v1/sessions.proto


export interface Revocation {
  'userId'?: (string);
  'sessionId'?: (string);
  'exceptSessionId'?: (string);
  'revokedAt'?: (string);
  'neededUntil'?: (string);
}

export interface Revocation__Output {
  'userId': (string);
  'sessionId': (string);
  'exceptSessionId': (string);
  'revokedAt': (string);
  'neededUntil': (string);
}
