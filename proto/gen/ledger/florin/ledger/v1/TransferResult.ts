// Original file: florin/ledger/v1/ledger.proto

import type { Transfer as _florin_ledger_v1_Transfer, Transfer__Output as _florin_ledger_v1_Transfer__Output } from '../../../florin/ledger/v1/Transfer.ts';
import type { TransferError as _florin_ledger_v1_TransferError, TransferError__Output as _florin_ledger_v1_TransferError__Output } from '../../../florin/ledger/v1/TransferError.ts';

export interface TransferResult {
  'transfer'?: (_florin_ledger_v1_Transfer | null);
  'error'?: (_florin_ledger_v1_TransferError | null);
  'replayed'?: (boolean);
  'result'?: "transfer"|"error";
}

export interface TransferResult__Output {
  'transfer'?: (_florin_ledger_v1_Transfer__Output | null);
  'error'?: (_florin_ledger_v1_TransferError__Output | null);
  'replayed': (boolean);
  'result'?: "transfer"|"error";
}
