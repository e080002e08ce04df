// Original file: florin/auth/v1/auth.proto


export interface SignOutResponse {
}

export interface SignOutResponse__Output {
}
