// Original file: florin/auth/v1/sign_in.proto


export interface Challenge {
  'token'?: (string);
  'factors'?: (string)[];
  'expiresAt'?: (string);
  'sentTo'?: (string);
}

export interface Challenge__Output {
  'token': (string);
  'factors': (string)[];
  'expiresAt': (string);
  'sentTo': (string);
}
