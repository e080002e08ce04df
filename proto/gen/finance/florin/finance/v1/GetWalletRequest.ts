// Original file: florin/finance/v1/wallets.proto


export interface GetWalletRequest {
  'userId'?: (string);
  'walletId'?: (string);
}

export interface GetWalletRequest__Output {
  'userId': (string);
  'walletId': (string);
}
