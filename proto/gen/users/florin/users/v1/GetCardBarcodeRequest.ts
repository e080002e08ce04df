// Original file: florin/users/v1/users.proto


export interface GetCardBarcodeRequest {
  'cardNumber'?: (string);
  'format'?: (string);
}

export interface GetCardBarcodeRequest__Output {
  'cardNumber': (string);
  'format': (string);
}
