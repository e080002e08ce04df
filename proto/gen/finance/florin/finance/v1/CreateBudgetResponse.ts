// Original file: florin/finance/v1/budgets.proto

import type { Budget as _florin_finance_v1_Budget, Budget__Output as _florin_finance_v1_Budget__Output } from '../../../florin/finance/v1/Budget.ts';

export interface CreateBudgetResponse {
  'budget'?: (_florin_finance_v1_Budget | null);
}

export interface CreateBudgetResponse__Output {
  'budget': (_florin_finance_v1_Budget__Output | null);
}
