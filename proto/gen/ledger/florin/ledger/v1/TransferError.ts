// Original file: florin/ledger/v1/ledger.proto


export interface TransferError {
  'code'?: (string);
  'message'?: (string);
}

export interface TransferError__Output {
  'code': (string);
  'message': (string);
}
