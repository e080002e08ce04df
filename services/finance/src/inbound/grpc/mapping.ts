import type { Budget as BudgetMessage } from '@florin/proto/gen/finance/florin/finance/v1/Budget.ts';
import type { Category as CategoryMessage } from '@florin/proto/gen/finance/florin/finance/v1/Category.ts';
import type { CategorySum as CategorySumMessage } from '@florin/proto/gen/finance/florin/finance/v1/CategorySum.ts';
import type { Transaction as TransactionMessage } from '@florin/proto/gen/finance/florin/finance/v1/Transaction.ts';
import type { Wallet as WalletMessage } from '@florin/proto/gen/finance/florin/finance/v1/Wallet.ts';
import type { DetailedBudget } from '../../app/budgets/query-budgets.ts';
import type { DetailedTransaction } from '../../app/transactions/query-transactions.ts';
import type { WalletWithBalance } from '../../app/wallets/balances.ts';
import type { Category } from '../../domain/category.ts';
import type { CategorySum } from '../../domain/summary.ts';

const stamps = ({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) => ({
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export function toWallet(wallet: WalletWithBalance): WalletMessage {
  const { id, name, type, currency, description, balance, accountId, main, creditLimit, status } = wallet;
  return {
    id,
    name,
    type,
    currency,
    description,
    balance: balance.toString(),
    accountId: accountId ?? '',
    main,
    creditLimit: creditLimit.toString(),
    archived: status === 'archived',
    ...stamps(wallet),
  };
}

export function toCategory(category: Category): CategoryMessage {
  const { id, name, type, icon, archived } = category;
  return { id, name, type, icon, archived, ...stamps(category) };
}

export function toTransaction(transaction: DetailedTransaction): TransactionMessage {
  const { id, walletId, categoryId, type, direction, amount, currency, description, wallet, category } = transaction;
  return {
    id,
    walletId,
    categoryId: categoryId ?? '',
    type,
    direction,
    amount: amount.toString(),
    currency,
    description,
    occurredAt: transaction.occurredAt.toISOString(),
    counterpartyUserId: transaction.counterpartyId ?? '',
    recorded: transaction.source === 'ledger',
    wallet: toWallet(wallet),
    category: category ? toCategory(category) : null,
    ...stamps(transaction),
  };
}

export function toBudget(budget: DetailedBudget): BudgetMessage {
  const { id, categoryId, amount, currency, periodStart, periodEnd, description, spent, remaining, category } = budget;
  return {
    id,
    categoryId,
    amount: amount.toString(),
    currency,
    periodStart,
    periodEnd,
    description,
    spent: spent.toString(),
    remaining: remaining.toString(),
    category: category ? toCategory(category) : null,
    ...stamps(budget),
  };
}

export function toCategorySum({ categoryId, name, type, icon, amount, currency }: CategorySum): CategorySumMessage {
  return { categoryId: categoryId ?? '', name, type, icon, amount: amount.toString(), currency };
}
