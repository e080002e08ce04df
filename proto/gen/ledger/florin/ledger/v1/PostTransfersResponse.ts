// Original file: florin/ledger/v1/ledger.proto

import type { TransferResult as _florin_ledger_v1_TransferResult, TransferResult__Output as _florin_ledger_v1_TransferResult__Output } from '../../../florin/ledger/v1/TransferResult.ts';

export interface PostTransfersResponse {
  'results'?: (_florin_ledger_v1_TransferResult)[];
}

export interface PostTransfersResponse__Output {
  'results': (_florin_ledger_v1_TransferResult__Output)[];
}
