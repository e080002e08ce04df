// Original file: florin/ledger/v1/ledger.proto


export interface Party {
  'accountId'?: (string);
  'userId'?: (string);
  'system'?: (string);
  'party'?: "accountId"|"userId"|"system";
}

export interface Party__Output {
  'accountId'?: (string);
  'userId'?: (string);
  'system'?: (string);
  'party'?: "accountId"|"userId"|"system";
}
