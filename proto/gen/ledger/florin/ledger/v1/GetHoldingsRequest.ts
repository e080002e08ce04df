// Original file: florin/ledger/v1/ledger.proto


export interface GetHoldingsRequest {
  'userId'?: (string);
}

export interface GetHoldingsRequest__Output {
  'userId': (string);
}
