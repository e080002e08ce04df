// Original file: florin/ledger/v1/ledger.proto

import type { Withdrawal as _florin_ledger_v1_Withdrawal, Withdrawal__Output as _florin_ledger_v1_Withdrawal__Output } from '../../../florin/ledger/v1/Withdrawal.ts';

export interface PayOut {
  'userId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'mobile'?: (string);
  'withdrawal'?: (_florin_ledger_v1_Withdrawal | null);
  'where'?: "userId"|"username"|"email"|"mobile"|"withdrawal";
}

export interface PayOut__Output {
  'userId'?: (string);
  'username'?: (string);
  'email'?: (string);
  'mobile'?: (string);
  'withdrawal'?: (_florin_ledger_v1_Withdrawal__Output | null);
  'where'?: "userId"|"username"|"email"|"mobile"|"withdrawal";
}
