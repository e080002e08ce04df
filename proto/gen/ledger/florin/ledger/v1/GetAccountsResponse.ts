// Original file: florin/ledger/v1/ledger.proto

import type { Account as _florin_ledger_v1_Account, Account__Output as _florin_ledger_v1_Account__Output } from '../../../florin/ledger/v1/Account.ts';

export interface GetAccountsResponse {
  'accounts'?: (_florin_ledger_v1_Account)[];
}

export interface GetAccountsResponse__Output {
  'accounts': (_florin_ledger_v1_Account__Output)[];
}
