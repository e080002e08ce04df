// Original file: florin/ledger/v1/ledger.proto


export interface OpenAccountRequest {
  'ownerId'?: (string);
  'currency'?: (string);
  'kind'?: (string);
  'reference'?: (string);
  'creditLimit'?: (string);
}

export interface OpenAccountRequest__Output {
  'ownerId': (string);
  'currency': (string);
  'kind': (string);
  'reference': (string);
  'creditLimit': (string);
}
