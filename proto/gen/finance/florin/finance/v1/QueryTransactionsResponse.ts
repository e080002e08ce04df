// Original file: florin/finance/v1/transactions.proto

import type { Transaction as _florin_finance_v1_Transaction, Transaction__Output as _florin_finance_v1_Transaction__Output } from '../../../florin/finance/v1/Transaction.ts';

export interface QueryTransactionsResponse {
  'transactions'?: (_florin_finance_v1_Transaction)[];
  'total'?: (number);
}

export interface QueryTransactionsResponse__Output {
  'transactions': (_florin_finance_v1_Transaction__Output)[];
  'total': (number);
}
