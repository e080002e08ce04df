// Original file: florin/finance/v1/categories.proto

import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from '../../../florin/finance/v1/Category.ts';

export interface GetCategoryResponse {
  'category'?: (_florin_finance_v1_Category | null);
}

export interface GetCategoryResponse__Output {
  'category': (_florin_finance_v1_Category__Output | null);
}
