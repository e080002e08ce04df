import { dayOf, isDay } from '@florin/calendar';
import { invalidField, notFound } from '@florin/errors';
import { isUuid, readUuid, readText } from '@florin/service-kit';
import type { Amount__Output } from '@florin/proto/gen/finance/florin/finance/v1/Amount.ts';
import type { Budget as BudgetMessage } from '@florin/proto/gen/finance/florin/finance/v1/Budget.ts';
import type { Category as CategoryMessage } from '@florin/proto/gen/finance/florin/finance/v1/Category.ts';
import type { CategorySum as CategorySumMessage } from '@florin/proto/gen/finance/florin/finance/v1/CategorySum.ts';
import type { Query__Output } from '@florin/proto/gen/finance/florin/finance/v1/Query.ts';
import type { Transaction as TransactionMessage } from '@florin/proto/gen/finance/florin/finance/v1/Transaction.ts';
import type { Wallet as WalletMessage } from '@florin/proto/gen/finance/florin/finance/v1/Wallet.ts';
import type { DetailedBudget } from '../../app/budgets/detail-budgets.ts';
import type { DetailedTransaction } from '../../app/transactions/detail-transactions.ts';
import type { WalletWithBalance } from '../../app/wallets/balances.ts';
import type { AmountInput } from '../../domain/amount.ts';
import { type CategoryType, CATEGORY_TYPES, type Category } from '../../domain/category.ts';
import type { Query } from '../../domain/query.ts';
import { plainText } from '../../domain/text.ts';
import type { CategorySum } from '../../domain/summary.ts';
import { type Stated, readStated } from '../../domain/time/occurrence.ts';

const MAX_SIZE = 100;
const MAX_PAGE = 1_000_000;

/** The person's id, given by the calling service. */
export function ownerOf({ userId }: { userId: string }): string {
  return readUuid(userId, 'userId');
}

/** An id as it came from outside: a malformed one names nothing. */
export function idOf(id: string, what: string): string {
  if (!isUuid(id)) throw notFound(what);
  return id.toLowerCase();
}

/** The same where other checks come first: a malformed one becomes an id nothing has. */
export function idOrNone(id: string): string {
  return isUuid(id) ? id.toLowerCase() : '00000000-0000-0000-0000-000000000000';
}

/** Text a store can hold, trimmed; an empty one is refused as missing when `min` is above 0. */
export function textOf(value: string, field: string, limits: Limits): string {
  return readText(plainText(value), field, limits);
}

type Limits = Parameters<typeof readText>[2];

export const NAME = { min: 1, max: 60 };
export const TYPE = { min: 1, max: 40 };
/** notes on one's own rows may have lines */
export const DESCRIPTION = { min: 0, max: 500, lines: true };
export const ICON = { min: 1, max: 40 };

export function optionalText(value: string | undefined, field: string, limits: Limits): string | undefined {
  return value === undefined ? undefined : textOf(value, field, limits);
}

export function categoryTypeOf(value: string): CategoryType {
  const type = CATEGORY_TYPES.find((each) => each === value);
  if (!type) throw invalidField('type', value === '' ? 'is required' : `must be one of ${CATEGORY_TYPES.join(', ')}`);
  return type;
}

/** undefined when neither unit is given. Throws INVALID_ARGUMENT on `field` for minor units that are no whole number. */
export function amountOf(amount: Amount__Output | null, field = 'amount'): AmountInput | undefined {
  if (amount?.major !== undefined) return { major: textOf(amount.major, field, { min: 0, max: 60 }) };
  if (amount?.minor === undefined) return undefined;
  if (!/^-?\d{1,18}$/.test(amount.minor)) throw invalidField(field, 'must be a whole number of minor units');
  return { minor: BigInt(amount.minor) };
}

/** The same, not below 0: the published API knows no such balance. */
export function sumOf(amount: Amount__Output | null, field: string): AmountInput | undefined {
  const input = amountOf(amount, field);
  if (input && ('minor' in input ? input.minor < 0n : /^-.*[1-9]/.test(input.major))) {
    throw invalidField(field, 'must not be below 0');
  }
  return input;
}

const HAS_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;
const TIME_OF_DAY = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;

/** A day, or the day that a time is on the person's calendar; their time zone is asked for only when it matters. */
export async function dayIn(value: string, field: string, timeZone: () => Promise<string>): Promise<string> {
  if (value === '') throw invalidField(field, 'is required');
  const local = TIME_OF_DAY.exec(value)?.[1];
  const instant = new Date(local !== undefined && HAS_OFFSET.test(value) ? value.replace(' ', 'T') : NaN);
  const day = Number.isNaN(instant.getTime()) ? (local ?? value) : dayOf(instant, await timeZone());
  if (!isDay(day)) throw invalidField(field, 'must be a day such as 2026-11-21');
  return day;
}

export async function optionalDay(
  value: string | undefined,
  field: string,
  timeZone: () => Promise<string>,
): Promise<string | undefined> {
  return value === undefined ? undefined : dayIn(value, field, timeZone);
}

/** When something happened; an empty text says nothing. The person's time zone is asked for only when it matters. */
export async function statedOf(text: string | undefined, timeZone: () => Promise<string>): Promise<Stated> {
  return text === undefined || text === '' ? {} : readStated(text, timeZone);
}

/** Whose order it is, and the key the calling service made for it, if any. */
export function orderOf(request: { userId: string; idempotencyKey: string }): {
  ownerId: string;
  key: string | undefined;
} {
  const { idempotencyKey } = request;
  const key = idempotencyKey === '' ? undefined : textOf(idempotencyKey, 'idempotencyKey', { min: 1, max: 200 });
  return { ownerId: ownerOf(request), key };
}

/** A person's list by page. Pages beyond the limits are brought within them, as the pages of the published APIs are. */
export function queryOf(request: { userId: string; query: Query__Output | null }): { ownerId: string; query: Query } {
  const { page = 0, size = 0, search = '', sort = '', order = '', contains = {} } = request.query ?? {};
  if (!['', 'asc', 'desc'].includes(order.toLowerCase())) throw invalidField('order', 'must be ASC or DESC');
  const query: Query = {
    page: Math.min(Math.max(page, 1), MAX_PAGE),
    size: size < 1 ? 10 : Math.min(size, MAX_SIZE),
    search: textOf(search, 'search', { min: 0, max: 100 }),
    sort: sort === '' ? 'createdAt' : sort,
    order: order.toLowerCase() === 'asc' ? 'asc' : 'desc',
    contains: Object.fromEntries(
      Object.entries(contains)
        .slice(0, 20)
        .map(([name, part]) => [name, textOf(part, name.slice(0, 60), { min: 0, max: 100 })] as const)
        .filter(([, part]) => part !== ''),
    ),
  };
  return { ownerId: ownerOf(request), query };
}

const stamps = ({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) => ({
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export function walletView(wallet: WalletWithBalance): WalletMessage {
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
    creditLimit: creditLimit?.toString() ?? '',
    archived: status === 'archived',
    ...stamps(wallet),
  };
}

export function categoryView(category: Category): CategoryMessage {
  const { id, name, type, icon, archived } = category;
  return { id, name, type, icon, archived, ...stamps(category) };
}

export function transactionView(transaction: DetailedTransaction): TransactionMessage {
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
    wallet: walletView(wallet),
    category: category ? categoryView(category) : null,
    ...stamps(transaction),
  };
}

export function budgetView(budget: DetailedBudget): BudgetMessage {
  const { id, categoryIds, amount, currency, current, description, category } = budget;
  return {
    id,
    categoryId: categoryIds[0] ?? '',
    amount: amount.toString(),
    currency,
    periodStart: current.start,
    periodEnd: current.end,
    description,
    spent: current.spent.toString(),
    remaining: current.remaining.toString(),
    category: category ? categoryView(category) : null,
    ...stamps(budget),
  };
}

export function categorySumView({ categoryId, name, type, icon, amount, currency }: CategorySum): CategorySumMessage {
  return { categoryId: categoryId ?? '', name, type, icon, amount: amount.toString(), currency };
}
