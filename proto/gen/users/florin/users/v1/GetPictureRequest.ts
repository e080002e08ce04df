// Original file: florin/users/v1/users.proto


export interface GetPictureRequest {
  'userId'?: (string);
  'viewerId'?: (string);
}

export interface GetPictureRequest__Output {
  'userId': (string);
  'viewerId': (string);
}
