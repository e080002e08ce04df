// Original file: florin/finance/v1/transactions.proto

import type { Query as _florin_finance_v1_Query, Query__Output as _florin_finance_v1_Query__Output } from '../../../florin/finance/v1/Query.ts';

export interface QueryTransactionsRequest {
  'userId'?: (string);
  'query'?: (_florin_finance_v1_Query | null);
  'includeAdjustments'?: (boolean);
}

export interface QueryTransactionsRequest__Output {
  'userId': (string);
  'query': (_florin_finance_v1_Query__Output | null);
  'includeAdjustments': (boolean);
}
