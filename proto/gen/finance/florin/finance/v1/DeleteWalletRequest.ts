// Original file: florin/finance/v1/wallets.proto


export interface DeleteWalletRequest {
  'userId'?: (string);
  'walletId'?: (string);
  'idempotencyKey'?: (string);
}

export interface DeleteWalletRequest__Output {
  'userId': (string);
  'walletId': (string);
  'idempotencyKey': (string);
}
