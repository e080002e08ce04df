// Original file: florin/ledger/v1/ledger.proto

import type { DatedRate as _florin_ledger_v1_DatedRate, DatedRate__Output as _florin_ledger_v1_DatedRate__Output } from '../../../florin/ledger/v1/DatedRate.ts';

export interface GetRatesResponse {
  'rates'?: (_florin_ledger_v1_DatedRate)[];
}

export interface GetRatesResponse__Output {
  'rates': (_florin_ledger_v1_DatedRate__Output)[];
}
