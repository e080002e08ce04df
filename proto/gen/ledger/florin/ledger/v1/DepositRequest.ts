// Original file: florin/ledger/v1/ledger.proto

import type { Memo as _florin_ledger_v1_Memo, Memo__Output as _florin_ledger_v1_Memo__Output } from '../../../florin/ledger/v1/Memo.ts';

export interface DepositRequest {
  'idempotencyKey'?: (string);
  'ownerId'?: (string);
  'amount'?: (string);
  'currency'?: (string);
  'memo'?: (_florin_ledger_v1_Memo | null);
}

export interface DepositRequest__Output {
  'idempotencyKey': (string);
  'ownerId': (string);
  'amount': (string);
  'currency': (string);
  'memo': (_florin_ledger_v1_Memo__Output | null);
}
