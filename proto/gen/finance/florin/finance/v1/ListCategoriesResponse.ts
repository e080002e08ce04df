// Original file: florin/finance/v1/categories.proto

import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from '../../../florin/finance/v1/Category.ts';

export interface ListCategoriesResponse {
  'categories'?: (_florin_finance_v1_Category)[];
}

export interface ListCategoriesResponse__Output {
  'categories': (_florin_finance_v1_Category__Output)[];
}
