// Original file: florin/ledger/v1/ledger.proto


export interface GetPointsResponse {
  'balance'?: (string);
  'nextLapsePoints'?: (string);
  'nextLapseAt'?: (string);
}

export interface GetPointsResponse__Output {
  'balance': (string);
  'nextLapsePoints': (string);
  'nextLapseAt': (string);
}
