// Original file: florin/users/v1/users.proto


export interface FormerName {
  'name'?: (string);
  'username'?: (string);
  'until'?: (string);
}

export interface FormerName__Output {
  'name': (string);
  'username': (string);
  'until': (string);
}
