// Original file: florin/users/v1/users.proto


export interface SetPictureRequest {
  'userId'?: (string);
  'image'?: (Buffer | Uint8Array | string);
}

export interface SetPictureRequest__Output {
  'userId': (string);
  'image': (Buffer);
}
