// Original file: florin/auth/v1/common.proto


export interface User {
  'id'?: (string);
  'email'?: (string);
  'emailVerified'?: (boolean);
  'username'?: (string);
  'mobile'?: (string);
  'mobileVerified'?: (boolean);
  'name'?: (string);
  'status'?: (string);
  'roles'?: (string)[];
  'createdAt'?: (string);
  'locale'?: (string);
  'timeZone'?: (string);
  'provider'?: (string);
  'twoFactorEnabled'?: (boolean);
  'totpEnrolled'?: (boolean);
  'updatedAt'?: (string);
  'dateOfBirth'?: (string);
  'terminatedAt'?: (string);
  'passwordListed'?: (boolean);
  'totpEnabledAt'?: (string);
}

export interface User__Output {
  'id': (string);
  'email': (string);
  'emailVerified': (boolean);
  'username': (string);
  'mobile': (string);
  'mobileVerified': (boolean);
  'name': (string);
  'status': (string);
  'roles': (string)[];
  'createdAt': (string);
  'locale': (string);
  'timeZone': (string);
  'provider': (string);
  'twoFactorEnabled': (boolean);
  'totpEnrolled': (boolean);
  'updatedAt': (string);
  'dateOfBirth': (string);
  'terminatedAt': (string);
  'passwordListed': (boolean);
  'totpEnabledAt': (string);
}
