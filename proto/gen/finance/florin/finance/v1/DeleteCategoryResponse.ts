// Original file: florin/finance/v1/categories.proto


export interface DeleteCategoryResponse {
}

export interface DeleteCategoryResponse__Output {
}
