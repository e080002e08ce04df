// Original file: florin/finance/v1/common.proto


export interface CurrencySum {
  'currency'?: (string);
  'balance'?: (string);
  'income'?: (string);
  'expense'?: (string);
  'debt'?: (string);
  'owed'?: (string);
}

export interface CurrencySum__Output {
  'currency': (string);
  'balance': (string);
  'income': (string);
  'expense': (string);
  'debt': (string);
  'owed': (string);
}
