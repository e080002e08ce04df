// Original file: florin/finance/v1/transactions.proto

import type { Wallet as _florin_finance_v1_Wallet, Wallet__Output as _florin_finance_v1_Wallet__Output } from '../../../florin/finance/v1/Wallet.ts';
import type { Category as _florin_finance_v1_Category, Category__Output as _florin_finance_v1_Category__Output } from '../../../florin/finance/v1/Category.ts';

export interface Transaction {
  'id'?: (string);
  'walletId'?: (string);
  'categoryId'?: (string);
  'type'?: (string);
  'direction'?: (string);
  'amount'?: (string);
  'currency'?: (string);
  'description'?: (string);
  'occurredAt'?: (string);
  'counterpartyUserId'?: (string);
  'createdAt'?: (string);
  'updatedAt'?: (string);
  'recorded'?: (boolean);
  'wallet'?: (_florin_finance_v1_Wallet | null);
  'category'?: (_florin_finance_v1_Category | null);
}

export interface Transaction__Output {
  'id': (string);
  'walletId': (string);
  'categoryId': (string);
  'type': (string);
  'direction': (string);
  'amount': (string);
  'currency': (string);
  'description': (string);
  'occurredAt': (string);
  'counterpartyUserId': (string);
  'createdAt': (string);
  'updatedAt': (string);
  'recorded': (boolean);
  'wallet': (_florin_finance_v1_Wallet__Output | null);
  'category': (_florin_finance_v1_Category__Output | null);
}
