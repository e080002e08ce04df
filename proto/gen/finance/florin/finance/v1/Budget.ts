// Original file: florin/finance/v1/budgets.proto

import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from '../../../florin/finance/v1/Category.ts';

export interface Budget {
  'id'?: (string);
  'categoryId'?: (string);
  'amount'?: (string);
  'currency'?: (string);
  'periodStart'?: (string);
  'periodEnd'?: (string);
  'description'?: (string);
  'spent'?: (string);
  'remaining'?: (string);
  'createdAt'?: (string);
  'updatedAt'?: (string);
  'category'?: (_florin_finance_v1_Category | null);
}

export interface Budget__Output {
  'id': (string);
  'categoryId': (string);
  'amount': (string);
  'currency': (string);
  'periodStart': (string);
  'periodEnd': (string);
  'description': (string);
  'spent': (string);
  'remaining': (string);
  'createdAt': (string);
  'updatedAt': (string);
  'category': (_florin_finance_v1_Category__Output | null);
}
