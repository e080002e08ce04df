// Original file: florin/finance/v1/summaries.proto

import type { Wallet as _florin_finance_v1_Wallet, Wallet__Output as _florin_finance_v1_Wallet__Output } from '../../../florin/finance/v1/Wallet.ts';
import type { Transaction as _florin_finance_v1_Transaction, Transaction__Output as _florin_finance_v1_Transaction__Output } from '../../../florin/finance/v1/Transaction.ts';
import type { CategorySum as _florin_finance_v1_CategorySum, CategorySum__Output as _florin_finance_v1_CategorySum__Output } from '../../../florin/finance/v1/CategorySum.ts';

export interface GetWalletSummaryResponse {
  'wallet'?: (_florin_finance_v1_Wallet | null);
  'transactions'?: (_florin_finance_v1_Transaction)[];
  'summary'?: (_florin_finance_v1_CategorySum)[];
  'periodStart'?: (string);
  'periodEnd'?: (string);
}

export interface GetWalletSummaryResponse__Output {
  'wallet': (_florin_finance_v1_Wallet__Output | null);
  'transactions': (_florin_finance_v1_Transaction__Output)[];
  'summary': (_florin_finance_v1_CategorySum__Output)[];
  'periodStart': (string);
  'periodEnd': (string);
}
