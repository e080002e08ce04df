// Original file: florin/ledger/v1/ledger.proto


export interface ListPointsHistoryRequest {
  'ownerId'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
}

export interface ListPointsHistoryRequest__Output {
  'ownerId': (string);
  'limit': (number);
  'cursor': (string);
}
