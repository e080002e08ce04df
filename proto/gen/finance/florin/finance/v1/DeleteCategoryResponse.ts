// Original file: florin/finance/v1/finance.proto


export interface DeleteCategoryResponse {
}

export interface DeleteCategoryResponse__Output {
}
