import { toJsonAmount } from '@florin/money';
import type { BudgetView } from '../../app/budgets/budget-view.ts';
import type { Summary } from '../../app/summaries/get-summary.ts';
import type { WalletWithBalance } from '../../app/wallets/balances.ts';
import type { Category } from '../../domain/category.ts';
import type { Transaction } from '../../domain/transaction.ts';

export function walletView(wallet: WalletWithBalance) {
  const { id, name, type, currency, description, balance, creditLimit, main, accountId, createdAt } = wallet;
  return {
    id,
    name,
    type,
    currency,
    description,
    balance: toJsonAmount(balance),
    creditLimit: toJsonAmount(creditLimit),
    main,
    accountId,
    createdAt,
  };
}

export function categoryView({ id, name, type, icon, createdAt }: Category) {
  return { id, name, type, icon, createdAt };
}

export function transactionView(transaction: Transaction) {
  const { id, walletId, categoryId, type, direction, currency, description, date, occurredAt } = transaction;
  const { counterpartyId, transferId, createdAt } = transaction;
  return {
    id,
    walletId,
    categoryId,
    type,
    direction,
    amount: toJsonAmount(transaction.amount),
    currency,
    description,
    date,
    occurredAt,
    ...(counterpartyId === null ? {} : { counterparty: { userId: counterpartyId } }),
    transferId,
    createdAt,
  };
}

export function budgetView(budget: BudgetView) {
  const { id, categoryId, amount, currency, periodStart, periodEnd, description, spent, remaining, createdAt } = budget;
  return {
    id,
    categoryId,
    amount: toJsonAmount(amount),
    currency,
    periodStart,
    periodEnd,
    description,
    spent: toJsonAmount(spent),
    remaining: toJsonAmount(remaining),
    createdAt,
  };
}

export function summaryView({ interval, data }: Summary) {
  return {
    from: interval.start,
    to: interval.end,
    data: data.map(({ byCategory, ...rest }) => ({
      currency: rest.currency,
      balance: toJsonAmount(rest.balance),
      income: toJsonAmount(rest.income),
      expense: toJsonAmount(rest.expense),
      debt: toJsonAmount(rest.debt),
      owed: toJsonAmount(rest.owed),
      byCategory: byCategory.map(({ amount, ...category }) => ({ ...category, amount: toJsonAmount(amount) })),
    })),
  };
}
