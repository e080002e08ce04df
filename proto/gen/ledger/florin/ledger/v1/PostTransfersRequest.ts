// Original file: florin/ledger/v1/ledger.proto

import type { TransferRequest as _florin_ledger_v1_TransferRequest, TransferRequest__Output as _florin_ledger_v1_TransferRequest__Output } from '../../../florin/ledger/v1/TransferRequest.ts';

export interface PostTransfersRequest {
  'transfers'?: (_florin_ledger_v1_TransferRequest)[];
  'atomic'?: (boolean);
}

export interface PostTransfersRequest__Output {
  'transfers': (_florin_ledger_v1_TransferRequest__Output)[];
  'atomic': (boolean);
}
