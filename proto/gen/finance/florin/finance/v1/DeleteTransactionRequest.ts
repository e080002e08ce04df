// Original file: florin/finance/v1/transactions.proto


export interface DeleteTransactionRequest {
  'userId'?: (string);
  'transactionId'?: (string);
  'covered'?: (boolean);
  'idempotencyKey'?: (string);
}

export interface DeleteTransactionRequest__Output {
  'userId': (string);
  'transactionId': (string);
  'covered': (boolean);
  'idempotencyKey': (string);
}
