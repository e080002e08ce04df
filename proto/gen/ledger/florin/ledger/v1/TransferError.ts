// Original file: florin/ledger/v1/ledger.proto


export interface TransferError {
  'code'?: (string);
  'message'?: (string);
  'forAnother'?: (boolean);
}

export interface TransferError__Output {
  'code': (string);
  'message': (string);
  'forAnother': (boolean);
}
