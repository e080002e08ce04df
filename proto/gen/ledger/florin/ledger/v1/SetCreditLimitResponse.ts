// Original file: florin/ledger/v1/ledger.proto

import type { Account as _florin_ledger_v1_Account, Account__Output as _florin_ledger_v1_Account__Output } from '../../../florin/ledger/v1/Account.ts';

export interface SetCreditLimitResponse {
  'account'?: (_florin_ledger_v1_Account | null);
}

export interface SetCreditLimitResponse__Output {
  'account': (_florin_ledger_v1_Account__Output | null);
}
