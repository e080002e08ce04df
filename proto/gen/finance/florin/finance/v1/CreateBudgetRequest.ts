// Original file: florin/finance/v1/budgets.proto

import type { Amount as _florin_finance_v1_Amount, Amount__Output as _florin_finance_v1_Amount__Output } from '../../../florin/finance/v1/Amount.ts';

export interface CreateBudgetRequest {
  'userId'?: (string);
  'categoryId'?: (string);
  'amount'?: (_florin_finance_v1_Amount | null);
  'currency'?: (string);
  'periodStart'?: (string);
  'periodEnd'?: (string);
  'description'?: (string);
  'idempotencyKey'?: (string);
}

export interface CreateBudgetRequest__Output {
  'userId': (string);
  'categoryId': (string);
  'amount': (_florin_finance_v1_Amount__Output | null);
  'currency': (string);
  'periodStart': (string);
  'periodEnd': (string);
  'description': (string);
  'idempotencyKey': (string);
}
