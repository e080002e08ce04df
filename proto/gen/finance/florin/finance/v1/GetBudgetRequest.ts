// Original file: florin/finance/v1/finance.proto


export interface GetBudgetRequest {
  'userId'?: (string);
  'budgetId'?: (string);
}

export interface GetBudgetRequest__Output {
  'userId': (string);
  'budgetId': (string);
}
