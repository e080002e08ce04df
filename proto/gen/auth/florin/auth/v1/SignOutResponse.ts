// Original file: florin/auth/v1/sessions.proto


export interface SignOutResponse {
}

export interface SignOutResponse__Output {
}
