// Original file: florin/ledger/v1/ledger.proto

import type { Transfer as _florin_ledger_v1_Transfer, Transfer__Output as _florin_ledger_v1_Transfer__Output } from '../../../florin/ledger/v1/Transfer.ts';

export interface SpendPointsResponse {
  'transfer'?: (_florin_ledger_v1_Transfer | null);
  'balance'?: (string);
  'replayed'?: (boolean);
}

export interface SpendPointsResponse__Output {
  'transfer': (_florin_ledger_v1_Transfer__Output | null);
  'balance': (string);
  'replayed': (boolean);
}
