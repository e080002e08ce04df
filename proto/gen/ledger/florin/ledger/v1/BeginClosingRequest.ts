// Original file: florin/ledger/v1/ledger.proto

import type { PayOut as _florin_ledger_v1_PayOut, PayOut__Output as _florin_ledger_v1_PayOut__Output } from '../../../florin/ledger/v1/PayOut.ts';

export interface BeginClosingRequest {
  'userId'?: (string);
  'payOut'?: (_florin_ledger_v1_PayOut | null);
}

export interface BeginClosingRequest__Output {
  'userId': (string);
  'payOut': (_florin_ledger_v1_PayOut__Output | null);
}
