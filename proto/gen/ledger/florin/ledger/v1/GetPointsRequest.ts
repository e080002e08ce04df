// Original file: florin/ledger/v1/ledger.proto


export interface GetPointsRequest {
  'ownerId'?: (string);
}

export interface GetPointsRequest__Output {
  'ownerId': (string);
}
