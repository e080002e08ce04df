// Original file: florin/ledger/v1/ledger.proto

import type { PointsEntry as _florin_ledger_v1_PointsEntry, PointsEntry__Output as _florin_ledger_v1_PointsEntry__Output } from '../../../florin/ledger/v1/PointsEntry.ts';

export interface ListPointsHistoryResponse {
  'entries'?: (_florin_ledger_v1_PointsEntry)[];
  'nextCursor'?: (string);
}

export interface ListPointsHistoryResponse__Output {
  'entries': (_florin_ledger_v1_PointsEntry__Output)[];
  'nextCursor': (string);
}
