// Original file: florin/users/v1/users.proto


export interface PersonalDetails {
  'givenName'?: (string);
  'gender'?: (string);
  'title'?: (string);
  'phone'?: (string);
}

export interface PersonalDetails__Output {
  'givenName': (string);
  'gender': (string);
  'title': (string);
  'phone': (string);
}
