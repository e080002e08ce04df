// Original file: florin/ledger/v1/ledger.proto


export interface Account {
  'id'?: (string);
  'ownerId'?: (string);
  'currency'?: (string);
  'kind'?: (string);
  'status'?: (string);
  'posted'?: (string);
  'held'?: (string);
  'available'?: (string);
  'creditLimit'?: (string);
  'reference'?: (string);
  'createdAt'?: (string);
  'lastTransferId'?: (string);
}

export interface Account__Output {
  'id': (string);
  'ownerId': (string);
  'currency': (string);
  'kind': (string);
  'status': (string);
  'posted': (string);
  'held': (string);
  'available': (string);
  'creditLimit': (string);
  'reference': (string);
  'createdAt': (string);
  'lastTransferId': (string);
}
