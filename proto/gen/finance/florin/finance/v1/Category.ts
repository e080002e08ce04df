// Original file: florin/finance/v1/categories.proto


export interface Category {
  'id'?: (string);
  'name'?: (string);
  'type'?: (string);
  'icon'?: (string);
  'createdAt'?: (string);
  'archived'?: (boolean);
  'updatedAt'?: (string);
}

export interface Category__Output {
  'id': (string);
  'name': (string);
  'type': (string);
  'icon': (string);
  'createdAt': (string);
  'archived': (boolean);
  'updatedAt': (string);
}
