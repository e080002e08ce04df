// Original file: florin/finance/v1/budgets.proto


export interface ListBudgetsRequest {
  'userId'?: (string);
}

export interface ListBudgetsRequest__Output {
  'userId': (string);
}
