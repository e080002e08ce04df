// Original file: florin/finance/v1/transactions.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface UpdateTransactionRequest {
  'userId'?: (string);
  'transactionId'?: (string);
  'amount'?: (_florin_finance_v1_Amount | null);
  'description'?: (string);
  'occurredAt'?: (string);
  'categoryId'?: (string);
  'covered'?: (boolean);
  'idempotencyKey'?: (string);
  '_description'?: "description";
  '_occurredAt'?: "occurredAt";
  '_categoryId'?: "categoryId";
}

export interface UpdateTransactionRequest__Output {
  'userId': (string);
  'transactionId': (string);
  'amount': (_florin_finance_v1_Amount__Output | null);
  'description'?: (string);
  'occurredAt'?: (string);
  'categoryId'?: (string);
  'covered': (boolean);
  'idempotencyKey': (string);
  '_description'?: "description";
  '_occurredAt'?: "occurredAt";
  '_categoryId'?: "categoryId";
}
