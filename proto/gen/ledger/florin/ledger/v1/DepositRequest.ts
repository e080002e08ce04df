// Original file: florin/ledger/v1/ledger.proto


export interface DepositRequest {
  'idempotencyKey'?: (string);
  'ownerId'?: (string);
  'amount'?: (string);
  'currency'?: (string);
}

export interface DepositRequest__Output {
  'idempotencyKey': (string);
  'ownerId': (string);
  'amount': (string);
  'currency': (string);
}
