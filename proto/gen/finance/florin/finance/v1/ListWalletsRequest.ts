// Original file: florin/finance/v1/finance.proto


export interface ListWalletsRequest {
  'userId'?: (string);
}

export interface ListWalletsRequest__Output {
  'userId': (string);
}
