// Original file: florin/ledger/v1/ledger.proto

import type { Memo as _florin_ledger_v1_Memo, Memo__Output as _florin_ledger_v1_Memo__Output } from '../../../florin/ledger/v1/Memo.ts';

export interface Transfer {
  'id'?: (string);
  'kind'?: (string);
  'fromAccountId'?: (string);
  'toAccountId'?: (string);
  'fromUserId'?: (string);
  'toUserId'?: (string);
  'amount'?: (string);
  'currency'?: (string);
  'note'?: (string);
  'visibility'?: (string);
  'reference'?: (string);
  'postedAt'?: (string);
  'reversesTransferId'?: (string);
  'memo'?: (_florin_ledger_v1_Memo | null);
}

export interface Transfer__Output {
  'id': (string);
  'kind': (string);
  'fromAccountId': (string);
  'toAccountId': (string);
  'fromUserId': (string);
  'toUserId': (string);
  'amount': (string);
  'currency': (string);
  'note': (string);
  'visibility': (string);
  'reference': (string);
  'postedAt': (string);
  'reversesTransferId': (string);
  'memo': (_florin_ledger_v1_Memo__Output | null);
}
