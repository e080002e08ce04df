// Original file: florin/ledger/v1/ledger.proto


export interface AbandonClosingResponse {
}

export interface AbandonClosingResponse__Output {
}
