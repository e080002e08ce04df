// Original file: florin/users/v1/users.proto


export interface UnfriendResponse {
}

export interface UnfriendResponse__Output {
}
