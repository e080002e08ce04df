// Original file: florin/auth/v1/sign_in.proto


export interface FieldFault {
  'path'?: (string);
  'message'?: (string);
}

export interface FieldFault__Output {
  'path': (string);
  'message': (string);
}
