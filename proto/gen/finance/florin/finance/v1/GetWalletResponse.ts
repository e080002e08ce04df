// Original file: florin/finance/v1/wallets.proto

import type { Wallet as _florin_finance_v1_Wallet, Wallet__Output as _florin_finance_v1_Wallet__Output } from '../../../florin/finance/v1/Wallet.ts';

export interface GetWalletResponse {
  'wallet'?: (_florin_finance_v1_Wallet | null);
}

export interface GetWalletResponse__Output {
  'wallet': (_florin_finance_v1_Wallet__Output | null);
}
