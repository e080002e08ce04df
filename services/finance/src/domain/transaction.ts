import { FlorinError, invalidField } from '@florin/errors';
import type { Split } from './filing/split.ts';
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

/** What a row has beside its money. */
export interface Labels {
  /** longer than the description, with lines */
  note: string;
  /** names of tags */
  tags: string[];
  /** the parts it is filed in; none: it is under its own category as a whole */
  splits: Split[];
}

export const NO_LABELS: Labels = { note: '', tags: [], splits: [] };

/** One line of a person's money diary: a movement of one wallet, backed by one transfer of the ledger. */
export interface Transaction extends When, Labels {
  id: string;
  ownerId: string;
  walletId: string;
  /** of a split row that of its largest part */
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
  /** the ledger's last transfer of this row */
  transferId: string | null;
  /** several transfers make the row: its amount was corrected by its difference, or its other end has another currency */
  corrected: boolean;
  /** of a transfer between two currencies: what one of the currency that went out is of the other, a decimal number */
  rate: string | null;
  operationId: string | null;
  /** a member of the shared wallet; null: the owner */
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What is the same in every row that waits for the posting of an operation of this service. */
type Waiting =
  | 'counterpartyId'
  | 'source'
  | 'status'
  | 'transferId'
  | 'corrected'
  | 'rate'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt';

/** A row as an operation begins: pending until the ledger has posted it. */
export function pendingRow(
  row: Omit<Transaction, Waiting | keyof Labels> & Partial<Labels & Pick<Transaction, 'createdBy'>>,
  now: Date,
): Transaction {
  return {
    ...NO_LABELS,
    createdBy: null,
    ...row,
    counterpartyId: null,
    source: 'own',
    status: 'pending',
    transferId: null,
    corrected: false,
    rate: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** A new row once the ledger has made its transfer. */
export function postedRow(row: Transaction, transferId: string | null, now: Date): Transaction {
  return { ...row, status: 'posted', transferId, updatedAt: now };
}

/**
 * Which way money of a type goes. Income comes in, an expense goes out, a debt comes in when it is taken and goes out when
 * it is paid back. Throws INVALID_ARGUMENT on `direction` for another way.
 */
export function directionOf(type: CategoryType, asked?: Direction): Direction {
  const usual = type === 'expense' ? 'out' : 'in';
  if (asked === undefined || asked === usual || type === 'debt') return asked ?? usual;
  throw invalidField('direction', `must be ${usual} for type ${type}`);
}

/** What a change of a row may say about where it is filed and which way it goes. */
export interface Filing {
  type?: CategoryType | undefined;
  direction?: Direction | undefined;
}

/**
 * Type and direction of a row under a category, which may be another than before. Without `type` the category must be of
 * the row's own. Throws INVALID_ARGUMENT on `categoryId`, `type` or `direction`.
 */
export function refiled(row: Transaction, category: Category, asked: Filing): Pick<Transaction, 'type' | 'direction'> {
  if (asked.type === undefined && category.type !== row.type && category.id !== row.categoryId) {
    throw invalidField('categoryId', `must be a category of type ${row.type}`);
  }
  const type = asked.type === undefined ? row.type : typeOfNew(category, asked.type);
  if (type === row.type && asked.direction === undefined) return { type, direction: row.direction };
  return { type, direction: directionOf(type as CategoryType, asked.direction) };
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
