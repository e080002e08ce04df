// Original file: florin/finance/v1/categories.proto

import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from '../../../florin/finance/v1/Category.ts';

export interface QueryCategoriesResponse {
  'categories'?: (_florin_finance_v1_Category)[];
  'total'?: (number);
}

export interface QueryCategoriesResponse__Output {
  'categories': (_florin_finance_v1_Category__Output)[];
  'total': (number);
}
