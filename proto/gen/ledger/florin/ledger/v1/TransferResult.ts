// Original file: florin/ledger/v1/ledger.proto

import type { PostedTransfer as _florin_ledger_v1_PostedTransfer, PostedTransfer__Output as _florin_ledger_v1_PostedTransfer__Output } from '../../../florin/ledger/v1/PostedTransfer.ts';
import type { TransferError as _florin_ledger_v1_TransferError, TransferError__Output as _florin_ledger_v1_TransferError__Output } from '../../../florin/ledger/v1/TransferError.ts';

export interface TransferResult {
  'transfer'?: (_florin_ledger_v1_PostedTransfer | null);
  'error'?: (_florin_ledger_v1_TransferError | null);
  'replayed'?: (boolean);
  'result'?: "transfer"|"error";
}

export interface TransferResult__Output {
  'transfer'?: (_florin_ledger_v1_PostedTransfer__Output | null);
  'error'?: (_florin_ledger_v1_TransferError__Output | null);
  'replayed': (boolean);
  'result'?: "transfer"|"error";
}
