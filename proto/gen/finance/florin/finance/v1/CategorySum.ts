// Original file: florin/finance/v1/summaries.proto


export interface CategorySum {
  'categoryId'?: (string);
  'name'?: (string);
  'type'?: (string);
  'icon'?: (string);
  'amount'?: (string);
  'currency'?: (string);
}

export interface CategorySum__Output {
  'categoryId': (string);
  'name': (string);
  'type': (string);
  'icon': (string);
  'amount': (string);
  'currency': (string);
}
