// Original file: florin/finance/v1/budgets.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface UpdateBudgetRequest {
  'userId'?: (string);
  'budgetId'?: (string);
  'amount'?: (_florin_finance_v1_Amount | null);
  'periodStart'?: (string);
  'periodEnd'?: (string);
  'description'?: (string);
  'categoryId'?: (string);
  'idempotencyKey'?: (string);
  '_periodStart'?: "periodStart";
  '_periodEnd'?: "periodEnd";
  '_description'?: "description";
  '_categoryId'?: "categoryId";
}

export interface UpdateBudgetRequest__Output {
  'userId': (string);
  'budgetId': (string);
  'amount': (_florin_finance_v1_Amount__Output | null);
  'periodStart'?: (string);
  'periodEnd'?: (string);
  'description'?: (string);
  'categoryId'?: (string);
  'idempotencyKey': (string);
  '_periodStart'?: "periodStart";
  '_periodEnd'?: "periodEnd";
  '_description'?: "description";
  '_categoryId'?: "categoryId";
}
