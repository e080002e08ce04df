// Original file: florin/ledger/v1/ledger.proto


export interface DepositResponse {
  'id'?: (string);
  'status'?: (string);
  'failure'?: (string);
  'transferId'?: (string);
  'replayed'?: (boolean);
}

export interface DepositResponse__Output {
  'id': (string);
  'status': (string);
  'failure': (string);
  'transferId': (string);
  'replayed': (boolean);
}
