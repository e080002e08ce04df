// Original file: florin/finance/v1/categories.proto


export interface CreateCategoryRequest {
  'userId'?: (string);
  'name'?: (string);
  'type'?: (string);
  'icon'?: (string);
  'idempotencyKey'?: (string);
}

export interface CreateCategoryRequest__Output {
  'userId': (string);
  'name': (string);
  'type': (string);
  'icon': (string);
  'idempotencyKey': (string);
}
