// Original file: florin/users/v1/users.proto


export interface GetCardBarcodeResponse {
  'image'?: (Buffer | Uint8Array | string);
  'contentType'?: (string);
}

export interface GetCardBarcodeResponse__Output {
  'image': (Buffer);
  'contentType': (string);
}
