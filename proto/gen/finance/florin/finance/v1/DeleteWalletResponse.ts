// Original file: florin/finance/v1/wallets.proto


export interface DeleteWalletResponse {
}

export interface DeleteWalletResponse__Output {
}
