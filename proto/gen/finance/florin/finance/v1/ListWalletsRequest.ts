// Original file: florin/finance/v1/wallets.proto


export interface ListWalletsRequest {
  'userId'?: (string);
}

export interface ListWalletsRequest__Output {
  'userId': (string);
}
