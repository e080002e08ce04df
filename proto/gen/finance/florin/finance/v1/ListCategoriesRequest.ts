// Original file: florin/finance/v1/categories.proto


export interface ListCategoriesRequest {
  'userId'?: (string);
}

export interface ListCategoriesRequest__Output {
  'userId': (string);
}
