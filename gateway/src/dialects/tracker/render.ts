import { toMajorNumber } from '@florin/money';
import type { Budget__Output } from '@florin/proto/gen/finance/florin/finance/v1/Budget.ts';
import type { Category__Output } from '@florin/proto/gen/finance/florin/finance/v1/Category.ts';
import type { CategorySum__Output } from '@florin/proto/gen/finance/florin/finance/v1/CategorySum.ts';
import type { CurrencySum__Output } from '@florin/proto/gen/finance/florin/finance/v1/CurrencySum.ts';
import type { Transaction__Output } from '@florin/proto/gen/finance/florin/finance/v1/Transaction.ts';
import type { Wallet__Output } from '@florin/proto/gen/finance/florin/finance/v1/Wallet.ts';
import type { Me__Output } from '@florin/proto/gen/users/florin/users/v1/Me.ts';

const major = (minor: string, currency: string) => toMajorNumber(BigInt(minor), currency);
const stamps = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) => ({ createdAt, updatedAt });

/** A wallet as `get-all` and other rows show it. */
export function shortWallet({ id, type, name, currency, balance, description }: Wallet__Output) {
  return { id, type, name, currency, balance: major(balance, currency), description };
}

export function wallet(message: Wallet__Output) {
  return { ...shortWallet(message), ...stamps(message) };
}

/** A category as `get-all` and other rows show it. */
export function shortCategory({ id, type, name, icon }: Category__Output) {
  return { id, type: type.toUpperCase(), name, icon };
}

export function category(message: Category__Output) {
  return { ...shortCategory(message), ...stamps(message) };
}

/** Transfers between own wallets are of type TRANSFER, have no category, and one row in each wallet: OUT and IN. */
export function transaction(message: Transaction__Output) {
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
    Wallet: message.wallet ? shortWallet(message.wallet) : null,
    Category: message.category ? shortCategory(message.category) : null,
  };
}

export function budget(message: Budget__Output) {
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
    Category: message.category ? shortCategory(message.category) : null,
  };
}

export function categorySum({ name, type, icon, amount, currency }: CategorySum__Output) {
  return { name, type: type.toUpperCase(), icon, amount: major(amount, currency) };
}

export function currencySum({ currency, balance, income, expense }: CurrencySum__Output) {
  return {
    currency,
    balance: major(balance, currency),
    income: major(income, currency),
    expense: major(expense, currency),
  };
}

/** One's own profile; only people with a verified address get to see theirs. */
export function profile({ profile: person, email, preferences }: Me__Output) {
  return {
    id: person?.userId,
    name: person?.name,
    email,
    isVerified: true,
    firstDayOfWeek: preferences?.firstDayOfWeek,
    firstDayOfTheMonth: preferences?.firstDayOfTheMonth,
    firstMonthOfTheYear: preferences?.firstMonthOfTheYear,
    createdAt: person?.createdAt,
  };
}
