// Original file: florin/finance/v1/summaries.proto


export interface GetWalletSummaryRequest {
  'userId'?: (string);
  'walletId'?: (string);
  'period'?: (string);
  'at'?: (string);
}

export interface GetWalletSummaryRequest__Output {
  'userId': (string);
  'walletId': (string);
  'period': (string);
  'at': (string);
}
