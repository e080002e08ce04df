// Original file: florin/finance/v1/categories.proto


export interface DeleteCategoryRequest {
  'userId'?: (string);
  'categoryId'?: (string);
  'idempotencyKey'?: (string);
}

export interface DeleteCategoryRequest__Output {
  'userId': (string);
  'categoryId': (string);
  'idempotencyKey': (string);
}
