// Original file: florin/finance/v1/categories.proto


export interface GetCategoryRequest {
  'userId'?: (string);
  'categoryId'?: (string);
}

export interface GetCategoryRequest__Output {
  'userId': (string);
  'categoryId': (string);
}
