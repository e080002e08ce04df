// Original file: florin/users/v1/users.proto


export interface GetPictureRequest {
  'userId'?: (string);
}

export interface GetPictureRequest__Output {
  'userId': (string);
}
