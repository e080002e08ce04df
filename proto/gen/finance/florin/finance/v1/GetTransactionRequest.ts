// Original file: florin/finance/v1/transactions.proto


export interface GetTransactionRequest {
  'userId'?: (string);
  'transactionId'?: (string);
}

export interface GetTransactionRequest__Output {
  'userId': (string);
  'transactionId': (string);
}
