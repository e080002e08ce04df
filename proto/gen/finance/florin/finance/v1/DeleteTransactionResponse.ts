// Original file: florin/finance/v1/transactions.proto


export interface DeleteTransactionResponse {
}

export interface DeleteTransactionResponse__Output {
}
