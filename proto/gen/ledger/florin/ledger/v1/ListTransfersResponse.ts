// Original file: florin/ledger/v1/ledger.proto

import type { Transfer as _florin_ledger_v1_Transfer, Transfer__Output as _florin_ledger_v1_Transfer__Output } from '../../../florin/ledger/v1/Transfer.ts';
import type { Account as _florin_ledger_v1_Account, Account__Output as _florin_ledger_v1_Account__Output } from '../../../florin/ledger/v1/Account.ts';

export interface ListTransfersResponse {
  'transfers'?: (_florin_ledger_v1_Transfer)[];
  'nextCursor'?: (string);
  'accounts'?: (_florin_ledger_v1_Account)[];
}

export interface ListTransfersResponse__Output {
  'transfers': (_florin_ledger_v1_Transfer__Output)[];
  'nextCursor': (string);
  'accounts': (_florin_ledger_v1_Account__Output)[];
}
