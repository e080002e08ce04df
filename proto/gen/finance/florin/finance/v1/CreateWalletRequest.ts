// Original file: florin/finance/v1/wallets.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface CreateWalletRequest {
  'userId'?: (string);
  'name'?: (string);
  'type'?: (string);
  'currency'?: (string);
  'description'?: (string);
  'balance'?: (_florin_finance_v1_Amount | null);
  'creditLimit'?: (_florin_finance_v1_Amount | null);
  'idempotencyKey'?: (string);
}

export interface CreateWalletRequest__Output {
  'userId': (string);
  'name': (string);
  'type': (string);
  'currency': (string);
  'description': (string);
  'balance': (_florin_finance_v1_Amount__Output | null);
  'creditLimit': (_florin_finance_v1_Amount__Output | null);
  'idempotencyKey': (string);
}
