// Original file: florin/finance/v1/summaries.proto

import type { CurrencySum as _florin_finance_v1_CurrencySum, CurrencySum__Output as _florin_finance_v1_CurrencySum__Output } from '../../../florin/finance/v1/CurrencySum.ts';
import type { CategorySum as _florin_finance_v1_CategorySum, CategorySum__Output as _florin_finance_v1_CategorySum__Output } from '../../../florin/finance/v1/CategorySum.ts';

export interface GetSummaryResponse {
  'currencies'?: (_florin_finance_v1_CurrencySum)[];
  'categories'?: (_florin_finance_v1_CategorySum)[];
}

export interface GetSummaryResponse__Output {
  'currencies': (_florin_finance_v1_CurrencySum__Output)[];
  'categories': (_florin_finance_v1_CategorySum__Output)[];
}
