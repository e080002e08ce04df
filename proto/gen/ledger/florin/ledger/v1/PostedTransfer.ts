// Original file: florin/ledger/v1/ledger.proto


export interface PostedTransfer {
  'id'?: (string);
  'postedAt'?: (string);
}

export interface PostedTransfer__Output {
  'id': (string);
  'postedAt': (string);
}
