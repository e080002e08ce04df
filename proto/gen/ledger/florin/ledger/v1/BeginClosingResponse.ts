// Original file: florin/ledger/v1/ledger.proto

import type { Balance as _florin_ledger_v1_Balance, Balance__Output as _florin_ledger_v1_Balance__Output } from '../../../florin/ledger/v1/Balance.ts';

export interface BeginClosingResponse {
  'balances'?: (_florin_ledger_v1_Balance)[];
  'holdsPlaced'?: (number);
  'holdsReceived'?: (number);
  'requestsToPay'?: (number);
  'requestsMade'?: (number);
  'schedules'?: (number);
  'fundings'?: (number);
}

export interface BeginClosingResponse__Output {
  'balances': (_florin_ledger_v1_Balance__Output)[];
  'holdsPlaced': (number);
  'holdsReceived': (number);
  'requestsToPay': (number);
  'requestsMade': (number);
  'schedules': (number);
  'fundings': (number);
}
