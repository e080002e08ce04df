// Original file: florin/finance/v1/wallets.proto


export interface Wallet {
  'id'?: (string);
  'name'?: (string);
  'type'?: (string);
  'currency'?: (string);
  'description'?: (string);
  'balance'?: (string);
  'accountId'?: (string);
  'main'?: (boolean);
  'createdAt'?: (string);
  'creditLimit'?: (string);
  'archived'?: (boolean);
  'updatedAt'?: (string);
}

export interface Wallet__Output {
  'id': (string);
  'name': (string);
  'type': (string);
  'currency': (string);
  'description': (string);
  'balance': (string);
  'accountId': (string);
  'main': (boolean);
  'createdAt': (string);
  'creditLimit': (string);
  'archived': (boolean);
  'updatedAt': (string);
}
