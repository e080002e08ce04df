// Original file: florin/finance/v1/finance.proto


export interface DeleteTransactionResponse {
}

export interface DeleteTransactionResponse__Output {
}
