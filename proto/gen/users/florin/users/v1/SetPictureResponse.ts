// Original file: florin/users/v1/users.proto


export interface SetPictureResponse {
  'image'?: (Buffer | Uint8Array | string);
  'contentType'?: (string);
}

export interface SetPictureResponse__Output {
  'image': (Buffer);
  'contentType': (string);
}
