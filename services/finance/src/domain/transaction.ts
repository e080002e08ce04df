import { FlorinError, invalidField } from '@florin/errors';
import type { When } from './time/occurrence.ts';
import type { Category, CategoryType } from './category.ts';

/** `transfer` is between own wallets, `adjustment` corrects a balance; neither is income or expense. */
export type TransactionType = CategoryType | 'transfer' | 'adjustment';
export const TRANSACTION_TYPES = [
  'income',
  'expense',
  'debt',
  'transfer',
  'adjustment',
] as const satisfies readonly TransactionType[];

export type Direction = 'in' | 'out';

/** One line of a person's money diary: a movement of one wallet, backed by one transfer of the ledger. */
export interface Transaction extends When {
  id: string;
  ownerId: string;
  walletId: string;
  categoryId: string | null;
  type: TransactionType;
  direction: Direction;
  /** minor units, more than 0 */
  amount: bigint;
  currency: string;
  description: string;
  counterpartyId: string | null;
  /** own: posted by this service; ledger: written down because the ledger said so */
  source: 'own' | 'ledger';
  status: 'pending' | 'posted' | 'refused' | 'reversed';
  transferId: string | null;
  operationId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export function directionOf(type: CategoryType): Direction {
  return type === 'expense' ? 'out' : 'in';
}

/**
 * The type of a new row: the category's, or an income in an expense category (money back) and the other way round.
 * A debt stays a debt. Throws INVALID_ARGUMENT on `type`.
 */
export function typeOfNew(category: Category, asked: CategoryType | undefined): CategoryType {
  if (asked === undefined || asked === category.type) return category.type;
  if (asked === 'debt' || category.type === 'debt') {
    throw invalidField('type', `must be ${category.type}, as its category`);
  }
  return asked;
}

/** Throws CONFLICT for a row the ledger dictated: its amount and existence are not this service's to change. */
export function requireOwn(transaction: Transaction): void {
  if (transaction.source === 'own') return;
  throw new FlorinError(
    'CONFLICT',
    'This transaction records a transfer; only its description and category can change',
  );
}
