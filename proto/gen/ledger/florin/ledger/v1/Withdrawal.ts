// Original file: florin/ledger/v1/ledger.proto


export interface Withdrawal {
  'method'?: (string);
}

export interface Withdrawal__Output {
  'method': (string);
}
