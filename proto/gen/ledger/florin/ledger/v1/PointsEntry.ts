// Original file: florin/ledger/v1/ledger.proto


export interface PointsEntry {
  'transferId'?: (string);
  'type'?: (string);
  'points'?: (string);
  'balanceAfter'?: (string);
  'reason'?: (string);
  'occurredAt'?: (string);
}

export interface PointsEntry__Output {
  'transferId': (string);
  'type': (string);
  'points': (string);
  'balanceAfter': (string);
  'reason': (string);
  'occurredAt': (string);
}
