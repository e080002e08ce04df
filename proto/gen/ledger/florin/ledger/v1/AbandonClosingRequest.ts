// Original file: florin/ledger/v1/ledger.proto


export interface AbandonClosingRequest {
  'userId'?: (string);
}

export interface AbandonClosingRequest__Output {
  'userId': (string);
}
