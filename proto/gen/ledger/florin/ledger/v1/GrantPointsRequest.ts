// Original file: florin/ledger/v1/ledger.proto


export interface GrantPointsRequest {
  'idempotencyKey'?: (string);
  'ownerId'?: (string);
  'points'?: (string);
  'reason'?: (string);
  'lapsesAt'?: (string);
}

export interface GrantPointsRequest__Output {
  'idempotencyKey': (string);
  'ownerId': (string);
  'points': (string);
  'reason': (string);
  'lapsesAt': (string);
}
