// Original file: florin/ledger/v1/ledger.proto

import type { Party as _florin_ledger_v1_Party, Party__Output as _florin_ledger_v1_Party__Output } from '../../../florin/ledger/v1/Party.ts';
import type { Memo as _florin_ledger_v1_Memo, Memo__Output as _florin_ledger_v1_Memo__Output } from '../../../florin/ledger/v1/Memo.ts';

export interface TransferRequest {
  'idempotencyKey'?: (string);
  'callerUserId'?: (string);
  'kind'?: (string);
  'from'?: (_florin_ledger_v1_Party | null);
  'to'?: (_florin_ledger_v1_Party | null);
  'amount'?: (string);
  'currency'?: (string);
  'note'?: (string);
  'visibility'?: (string);
  'reference'?: (string);
  'floor'?: (string);
  'memo'?: (_florin_ledger_v1_Memo | null);
  '_floor'?: "floor";
}

export interface TransferRequest__Output {
  'idempotencyKey': (string);
  'callerUserId': (string);
  'kind': (string);
  'from': (_florin_ledger_v1_Party__Output | null);
  'to': (_florin_ledger_v1_Party__Output | null);
  'amount': (string);
  'currency': (string);
  'note': (string);
  'visibility': (string);
  'reference': (string);
  'floor'?: (string);
  'memo': (_florin_ledger_v1_Memo__Output | null);
  '_floor'?: "floor";
}
