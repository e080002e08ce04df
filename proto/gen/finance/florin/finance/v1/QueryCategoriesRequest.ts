// Original file: florin/finance/v1/categories.proto

import type { Query as _florin_finance_v1_Query, Query__Output as _florin_finance_v1_Query__Output } from '../../../florin/finance/v1/Query.ts';

export interface QueryCategoriesRequest {
  'userId'?: (string);
  'query'?: (_florin_finance_v1_Query | null);
}

export interface QueryCategoriesRequest__Output {
  'userId': (string);
  'query': (_florin_finance_v1_Query__Output | null);
}
