// Original file: florin/finance/v1/wallets.proto

import type { Query as _florin_finance_v1_Query, Query__Output as _florin_finance_v1_Query__Output } from '../../../florin/finance/v1/Query.ts';

export interface QueryWalletsRequest {
  'userId'?: (string);
  'query'?: (_florin_finance_v1_Query | null);
}

export interface QueryWalletsRequest__Output {
  'userId': (string);
  'query': (_florin_finance_v1_Query__Output | null);
}
