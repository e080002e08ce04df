// Original file: florin/finance/v1/finance.proto


export interface DeleteTransactionRequest {
  'userId'?: (string);
  'transactionId'?: (string);
}

export interface DeleteTransactionRequest__Output {
  'userId': (string);
  'transactionId': (string);
}
