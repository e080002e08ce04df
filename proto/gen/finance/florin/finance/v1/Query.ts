// Original file: florin/finance/v1/common.proto


export interface Query {
  'page'?: (number);
  'size'?: (number);
  'search'?: (string);
  'sort'?: (string);
  'order'?: (string);
  'contains'?: ({[key: string]: string});
}

export interface Query__Output {
  'page': (number);
  'size': (number);
  'search': (string);
  'sort': (string);
  'order': (string);
  'contains': ({[key: string]: string});
}
