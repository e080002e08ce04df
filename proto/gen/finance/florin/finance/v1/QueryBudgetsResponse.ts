// Original file: florin/finance/v1/budgets.proto

import type { Budget as _florin_finance_v1_Budget, Budget__Output as _florin_finance_v1_Budget__Output } from '../../../florin/finance/v1/Budget.ts';

export interface QueryBudgetsResponse {
  'budgets'?: (_florin_finance_v1_Budget)[];
  'total'?: (number);
}

export interface QueryBudgetsResponse__Output {
  'budgets': (_florin_finance_v1_Budget__Output)[];
  'total': (number);
}
