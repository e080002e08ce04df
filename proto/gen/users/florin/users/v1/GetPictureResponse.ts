// Original file: florin/users/v1/users.proto


export interface GetPictureResponse {
  'image'?: (Buffer | Uint8Array | string);
  'contentType'?: (string);
}

export interface GetPictureResponse__Output {
  'image': (Buffer);
  'contentType': (string);
}
