import { toMajorNumber } from '@florin/money';
import type { Budget__Output } from '@florin/proto/gen/finance/florin/finance/v1/Budget.ts';
import type { Category__Output } from '@florin/proto/gen/finance/florin/finance/v1/Category.ts';
import type { CategorySum__Output } from '@florin/proto/gen/finance/florin/finance/v1/CategorySum.ts';
import type { CurrencySum__Output } from '@florin/proto/gen/finance/florin/finance/v1/CurrencySum.ts';
import type { Transaction__Output } from '@florin/proto/gen/finance/florin/finance/v1/Transaction.ts';
import type { Wallet__Output } from '@florin/proto/gen/finance/florin/finance/v1/Wallet.ts';
import type { Me__Output } from '@florin/proto/gen/users/florin/users/v1/Me.ts';
import type { DialectReply } from '../dialect.ts';
import { DEFAULT_SIZE, MONTHS, WEEKDAYS, type Page } from './input.ts';

export const RETRIEVED = 'Retrieved data successfully';
export const CREATED = 'Created data successfully';
export const UPDATED = 'Updated data successfully';
export const DELETED = 'Deleted data successfully';

/** `{ status: "success", message, data? }`. */
export function success(message: string, data?: unknown, status = 200): DialectReply {
  return { status, body: { status: 'success', message, ...(data === undefined ? {} : { data }) } };
}

/** What the service must have sent along with its yes. */
export function sent<T>(message: T | null | undefined): T {
  if (message == null) throw new Error('a service answered without what was asked for');
  return message;
}

/** A success as OpenAPI shows it. */
export function documented(message: string, data?: unknown) {
  return { description: message, example: success(message, data).body };
}

/** An error as OpenAPI shows it; `message` is one of those it may hold. */
export function documentedError(message: string) {
  return { description: message, example: { status: 'error', message } };
}

/** What every endpoint for the signed-in may answer. */
export const ACCESS_ERRORS = {
  401: documentedError('You do not have access'),
  403: documentedError('invalid access token'),
};

const major = (minor: string, currency: string) => toMajorNumber(BigInt(minor), currency);
const stamps = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) => ({ createdAt, updatedAt });

/** A wallet as `get-all` and other rows show it. */
export function shortWalletView({ id, type, name, currency, balance, description }: Wallet__Output) {
  return { id, type, name, currency, balance: major(balance, currency), description };
}

export function walletView(message: Wallet__Output) {
  return { ...shortWalletView(message), ...stamps(message) };
}

/** A category as `get-all` and other rows show it. */
export function shortCategoryView({ id, type, name, icon }: Category__Output) {
  return { id, type: type.toUpperCase(), name, icon };
}

export function categoryView(message: Category__Output) {
  return { ...shortCategoryView(message), ...stamps(message) };
}

/** A transfer between own wallets has one row in each, OUT and IN, with the category that the published clients show for it. */
export function transactionView(message: Transaction__Output) {
  const { id, walletId, categoryId, type, direction, amount, currency, description, occurredAt } = message;
  return {
    id,
    walletId,
    categoryId: categoryId === '' ? null : categoryId,
    type: type.toUpperCase(),
    direction: direction.toUpperCase(),
    amount: major(amount, currency),
    description,
    transactionDate: occurredAt,
    ...stamps(message),
    Wallet: message.wallet ? shortWalletView(message.wallet) : null,
    Category: message.category ? shortCategoryView(message.category) : ownTransfer(message),
  };
}

function ownTransfer({ type, direction }: Transaction__Output) {
  if (type !== 'transfer') return null;
  const out = direction === 'out';
  return {
    id: '',
    type: out ? 'EXPENSE' : 'INCOME',
    name: out ? 'Outbound Transfer' : 'Inbound Transfer',
    icon: 'wallet',
  };
}

export function budgetView(message: Budget__Output) {
  const { id, categoryId, amount, currency, periodStart, periodEnd, description, spent, remaining } = message;
  return {
    id,
    categoryId,
    amount: major(amount, currency),
    currency,
    periodStart,
    periodEnd,
    description,
    spent: major(spent, currency),
    remaining: major(remaining, currency),
    ...stamps(message),
    Category: message.category ? shortCategoryView(message.category) : null,
  };
}

export function categorySumView({ name, type, icon, amount, currency }: CategorySum__Output) {
  return { name, type: type.toUpperCase(), icon, amount: major(amount, currency) };
}

export function currencySumView({ currency, balance, income, expense }: CurrencySum__Output) {
  return {
    currency,
    balance: major(balance, currency),
    income: major(income, currency),
    expense: major(expense, currency),
  };
}

/** One's own profile; only people with a verified address get to see theirs. */
export function profileView({ profile: person, email, preferences }: Me__Output) {
  return {
    id: person?.userId,
    name: person?.name,
    email,
    isVerified: true,
    firstDayOfWeek: WEEKDAYS[(preferences?.firstDayOfWeek ?? 1) - 1],
    firstDayOfTheMonth: preferences?.firstDayOfTheMonth,
    firstMonthOfTheYear: MONTHS[(preferences?.firstMonthOfTheYear ?? 1) - 1],
    createdAt: person?.createdAt,
  };
}

/** The envelope of every list. */
export function listReply(
  rows: readonly unknown[],
  total: number,
  { page, size }: Pick<Page, 'page' | 'size'>,
): DialectReply {
  const start = rows.length === 0 ? 0 : (page - 1) * size + 1;
  return {
    body: {
      status: 'success',
      message: rows.length === 0 ? 'No data to display' : RETRIEVED,
      currentPage: page,
      totalPages: Math.ceil(total / size),
      startItem: start,
      endItem: rows.length === 0 ? 0 : start + rows.length - 1,
      itemLength: rows.length,
      totalItems: total,
      data: rows,
    },
  };
}

/** A list as OpenAPI shows it. */
export function documentedList(row: unknown) {
  return { description: 'A page of them', example: listReply([row], 1, { page: 1, size: DEFAULT_SIZE }).body };
}
