// Original file: florin/finance/v1/transactions.proto

import type { Transaction as _florin_finance_v1_Transaction, Transaction__Output as _florin_finance_v1_Transaction__Output } from '../../../florin/finance/v1/Transaction.ts';

export interface GetTransactionResponse {
  'transaction'?: (_florin_finance_v1_Transaction | null);
}

export interface GetTransactionResponse__Output {
  'transaction': (_florin_finance_v1_Transaction__Output | null);
}
