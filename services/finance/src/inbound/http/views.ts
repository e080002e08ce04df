import { MAX_JSON_AMOUNT, toJsonAmount } from '@florin/money';
import type { Summary } from '../../app/summaries/get-summary.ts';
import type { WalletWithBalance } from '../../app/wallets/balances.ts';
import type { Bulk, BulkOutcome } from '../../domain/bulk.ts';
import type { Category } from '../../domain/category.ts';
import { withChildren } from '../../domain/summary.ts';
import type { CountedTag } from '../../app/tags/count-tags.ts';
import type { Transaction } from '../../domain/transaction.ts';

/** A sum as JSON can carry it: one beyond 2^53 - 1 is shown as that, so that a list never fails for it. */
export function sumView(sum: bigint): number {
  const size = sum < 0n ? -sum : sum;
  return toJsonAmount(size <= MAX_JSON_AMOUNT ? sum : sum < 0n ? -MAX_JSON_AMOUNT : MAX_JSON_AMOUNT);
}

export function walletView(wallet: WalletWithBalance) {
  const { id, name, type, icon, colour, order, currency, description } = wallet;
  const { balance, creditLimit, main, accountId, createdAt } = wallet;
  return {
    id,
    name,
    type,
    icon,
    colour,
    order,
    currency,
    description,
    balance: sumView(balance),
    creditLimit: creditLimit === null ? null : toJsonAmount(creditLimit),
    main,
    archived: wallet.status === 'archived',
    accountId,
    role: wallet.role ?? 'owner',
    ...(wallet.role ? { sharedBy: { userId: wallet.ownerId } } : {}),
    createdAt,
  };
}

export function categoryView({ id, name, type, icon, colour, parentId, order, createdAt }: Category) {
  return { id, name, type, icon, colour, parentId, order, createdAt };
}

export const tagView = ({ id, name, count, createdAt }: CountedTag) => ({ id, name, count, createdAt });

export function transactionView(transaction: Transaction) {
  const { id, walletId, categoryId, type, direction, currency, description, date, occurredAt } = transaction;
  const { note, tags, splits, counterpartyId, rate, transferId, createdAt } = transaction;
  return {
    id,
    walletId,
    categoryId: splits.length > 0 ? null : categoryId,
    type,
    direction,
    amount: toJsonAmount(transaction.amount),
    currency,
    description,
    note,
    tags,
    splits: splits.map((split) => ({ ...split, amount: toJsonAmount(split.amount), tags: split.tags ?? [] })),
    date,
    occurredAt,
    ...(counterpartyId === null ? {} : { counterparty: { userId: counterpartyId } }),
    ...(rate === null ? {} : { rate }),
    transferId,
    createdBy: transaction.createdBy ?? transaction.ownerId,
    createdAt,
  };
}

export function bulkView({ id, undoUntil }: Bulk, outcomes: readonly BulkOutcome[] | null) {
  return { id, undoUntil, data: outcomes ?? [] };
}

export function summaryView({ interval, data }: Summary) {
  return {
    from: interval.start,
    to: interval.end,
    data: data.map(({ byCategory, ...rest }) => ({
      currency: rest.currency,
      balance: sumView(rest.balance),
      income: sumView(rest.income),
      expense: sumView(rest.expense),
      debt: sumView(rest.debt),
      owed: sumView(rest.owed),
      byCategory: withChildren(byCategory).map(({ amount, amountWithChildren, parent, ...category }) => ({
        ...category,
        parentId: parent?.categoryId ?? null,
        amount: sumView(amount),
        amountWithChildren: sumView(amountWithChildren),
      })),
    })),
  };
}
