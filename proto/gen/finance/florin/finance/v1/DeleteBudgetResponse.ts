// Original file: florin/finance/v1/budgets.proto


export interface DeleteBudgetResponse {
}

export interface DeleteBudgetResponse__Output {
}
