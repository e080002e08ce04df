// Original file: florin/finance/v1/transactions.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface CreateTransactionRequest {
  'userId'?: (string);
  'walletId'?: (string);
  'categoryId'?: (string);
  'type'?: (string);
  'amount'?: (_florin_finance_v1_Amount | null);
  'description'?: (string);
  'occurredAt'?: (string);
  'idempotencyKey'?: (string);
  'covered'?: (boolean);
}

export interface CreateTransactionRequest__Output {
  'userId': (string);
  'walletId': (string);
  'categoryId': (string);
  'type': (string);
  'amount': (_florin_finance_v1_Amount__Output | null);
  'description': (string);
  'occurredAt': (string);
  'idempotencyKey': (string);
  'covered': (boolean);
}
