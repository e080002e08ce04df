// Original file: florin/users/v1/users.proto


export interface CheckReachRequest {
  'userId'?: (string);
  'otherIds'?: (string)[];
  'purpose'?: (string);
}

export interface CheckReachRequest__Output {
  'userId': (string);
  'otherIds': (string)[];
  'purpose': (string);
}
