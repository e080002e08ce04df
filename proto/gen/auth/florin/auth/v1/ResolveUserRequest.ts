// Original file: florin/auth/v1/directory.proto


export interface ResolveUserRequest {
  'userId'?: (string);
  'email'?: (string);
  'username'?: (string);
  'mobile'?: (string);
  'country'?: (string);
  'identifier'?: "userId"|"email"|"username"|"mobile";
}

export interface ResolveUserRequest__Output {
  'userId'?: (string);
  'email'?: (string);
  'username'?: (string);
  'mobile'?: (string);
  'country': (string);
  'identifier'?: "userId"|"email"|"username"|"mobile";
}
