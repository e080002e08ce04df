// Original file: florin/ledger/v1/ledger.proto


export interface SpendPointsRequest {
  'idempotencyKey'?: (string);
  'ownerId'?: (string);
  'points'?: (string);
  'reason'?: (string);
}

export interface SpendPointsRequest__Output {
  'idempotencyKey': (string);
  'ownerId': (string);
  'points': (string);
  'reason': (string);
}
