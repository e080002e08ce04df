// Original file: florin/finance/v1/finance.proto


export interface DeleteBudgetResponse {
}

export interface DeleteBudgetResponse__Output {
}
