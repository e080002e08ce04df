// Original file: florin/ledger/v1/ledger.proto


export interface Balance {
  'accountId'?: (string);
  'currency'?: (string);
  'posted'?: (string);
  'held'?: (string);
}

export interface Balance__Output {
  'accountId': (string);
  'currency': (string);
  'posted': (string);
  'held': (string);
}
