// Original file: florin/ledger/v1/ledger.proto

import type { Transfer as _florin_ledger_v1_Transfer, Transfer__Output as _florin_ledger_v1_Transfer__Output } from '../../../florin/ledger/v1/Transfer.ts';

export interface GetTransfersResponse {
  'transfers'?: (_florin_ledger_v1_Transfer)[];
}

export interface GetTransfersResponse__Output {
  'transfers': (_florin_ledger_v1_Transfer__Output)[];
}
