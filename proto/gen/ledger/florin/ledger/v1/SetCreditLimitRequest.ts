// Original file: florin/ledger/v1/ledger.proto


export interface SetCreditLimitRequest {
  'ownerId'?: (string);
  'accountId'?: (string);
  'creditLimit'?: (string);
}

export interface SetCreditLimitRequest__Output {
  'ownerId': (string);
  'accountId': (string);
  'creditLimit': (string);
}
