// Original file: florin/ledger/v1/ledger.proto


export interface ReverseTransferRequest {
  'transferId'?: (string);
  'idempotencyKey'?: (string);
  'callerUserId'?: (string);
  'note'?: (string);
  'reference'?: (string);
  'floor'?: (string);
  '_floor'?: "floor";
}

export interface ReverseTransferRequest__Output {
  'transferId': (string);
  'idempotencyKey': (string);
  'callerUserId': (string);
  'note': (string);
  'reference': (string);
  'floor'?: (string);
  '_floor'?: "floor";
}
