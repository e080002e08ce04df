// Original file: florin/ledger/v1/ledger.proto

import type { Party as _florin_ledger_v1_Party, Party__Output as _florin_ledger_v1_Party__Output } from '../../../florin/ledger/v1/Party.ts';

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
  '_floor'?: "floor";
}
