// Original file: florin/finance/v1/finance.proto


export interface DeleteWalletResponse {
}

export interface DeleteWalletResponse__Output {
}
