// Original file: florin/finance/v1/wallets.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface UpdateWalletRequest {
  'userId'?: (string);
  'walletId'?: (string);
  'name'?: (string);
  'type'?: (string);
  'description'?: (string);
  'balance'?: (_florin_finance_v1_Amount | null);
  'currency'?: (string);
  'idempotencyKey'?: (string);
  '_name'?: "name";
  '_type'?: "type";
  '_description'?: "description";
  '_currency'?: "currency";
}

export interface UpdateWalletRequest__Output {
  'userId': (string);
  'walletId': (string);
  'name'?: (string);
  'type'?: (string);
  'description'?: (string);
  'balance': (_florin_finance_v1_Amount__Output | null);
  'currency'?: (string);
  'idempotencyKey': (string);
  '_name'?: "name";
  '_type'?: "type";
  '_description'?: "description";
  '_currency'?: "currency";
}
