// Original file: florin/finance/v1/budgets.proto


export interface GetBudgetRequest {
  'userId'?: (string);
  'budgetId'?: (string);
}

export interface GetBudgetRequest__Output {
  'userId': (string);
  'budgetId': (string);
}
