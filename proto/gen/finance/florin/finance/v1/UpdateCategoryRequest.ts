// Original file: florin/finance/v1/categories.proto


export interface UpdateCategoryRequest {
  'userId'?: (string);
  'categoryId'?: (string);
  'name'?: (string);
  'type'?: (string);
  'icon'?: (string);
  'idempotencyKey'?: (string);
  '_name'?: "name";
  '_type'?: "type";
  '_icon'?: "icon";
}

export interface UpdateCategoryRequest__Output {
  'userId': (string);
  'categoryId': (string);
  'name'?: (string);
  'type'?: (string);
  'icon'?: (string);
  'idempotencyKey': (string);
  '_name'?: "name";
  '_type'?: "type";
  '_icon'?: "icon";
}
