// Original file: florin/finance/v1/budgets.proto


export interface DeleteBudgetRequest {
  'userId'?: (string);
  'budgetId'?: (string);
  'idempotencyKey'?: (string);
}

export interface DeleteBudgetRequest__Output {
  'userId': (string);
  'budgetId': (string);
  'idempotencyKey': (string);
}
