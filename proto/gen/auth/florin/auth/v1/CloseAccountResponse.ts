// Original file: florin/auth/v1/directory.proto


export interface CloseAccountResponse {
}

export interface CloseAccountResponse__Output {
}
