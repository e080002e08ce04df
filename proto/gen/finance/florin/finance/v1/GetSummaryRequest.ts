// Original file: florin/finance/v1/summaries.proto


export interface GetSummaryRequest {
  'userId'?: (string);
  'start'?: (string);
  'end'?: (string);
  'walletId'?: (string);
}

export interface GetSummaryRequest__Output {
  'userId': (string);
  'start': (string);
  'end': (string);
  'walletId': (string);
}
