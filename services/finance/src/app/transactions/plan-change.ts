import { invalidField, notFound } from '@florin/errors';
import { type AmountInput, toPositive } from '../../domain/amount.ts';
import type { Changes } from '../../domain/ledger/operation.ts';
import { isExchange, rateOf } from '../../domain/ledger/exchange.ts';
import { type Posting, correction, coveredPosting, postingOf, replacement } from '../../domain/ledger/posting.ts';
import { defined } from '../../domain/defined.ts';
import type { CategoryType } from '../../domain/category.ts';
import { type Split, categoriesOf, mainCategory, requireExact } from '../../domain/filing/split.ts';
import { type TagChanges, tagsAfter } from '../../domain/filing/tag.ts';
import type { Stated, When } from '../../domain/time/occurrence.ts';
import {
  type Filing,
  type Labels,
  type Transaction,
  directionOf,
  refiled,
  requireOwn,
} from '../../domain/transaction.ts';
import { type OpenWallet, refuseNotedMoney, requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { type Covered, accountsOf } from '../operations/begin.ts';
import type { Tx } from '../ports.ts';
import { categoriesFor, typeOfAll } from '../categories/filed-under.ts';
import { type Changeable, openWalletsOf } from './changeable.ts';

/** What may be said anew of a transaction; of a transfer between own wallets the amount, the description and the day. */
export interface TransactionChanges extends Stated, Filing, Partial<Labels>, TagChanges {
  /** more than 0 */
  amount?: AmountInput | undefined;
  description?: string | undefined;
  /** one of the same type, unless `type` says which the row has under it */
  categoryId?: string | undefined;
  /** an open one of the same currency */
  walletId?: string | undefined;
}

/** A row as it is to become. */
type Next = Pick<Transaction, 'amount' | 'walletId' | 'type' | 'direction'>;

export const movesMoney = (row: Transaction, next: Next): boolean =>
  next.amount !== row.amount || next.walletId !== row.walletId || next.direction !== row.direction;

/** Throws NOT_FOUND for the category, INVALID_ARGUMENT. */
export async function nextOf(tx: Tx, row: Transaction, changes: TransactionChanges): Promise<Next> {
  const { walletId = row.walletId, categoryId = row.categoryId, type, direction } = changes;
  const amount = changes.amount ? toPositive(changes.amount, row.currency) : row.amount;
  const kept = { amount, walletId, type: row.type, direction: row.direction };
  const isFiledAnew = changes.categoryId !== undefined || type !== undefined || direction !== undefined;
  const { splits } = changes;
  if (row.type === 'transfer' || row.type === 'adjustment') {
    if (walletId !== row.walletId) throw invalidField('walletId', `cannot change for a row of type ${row.type}`);
    if (type !== undefined) throw invalidField('type', `cannot change for a row of type ${row.type}`);
    if (splits) throw invalidField('splits', `cannot be for a row of type ${row.type}`);
  }
  if (splits) return { ...kept, ...(await splitAnew(tx, row, { ...changes, splits, amount })) };
  if (row.splits.length > 0 && amount !== row.amount && changes.categoryId === undefined) {
    throw invalidField('splits', 'must be given anew with another amount');
  }
  if (!isFiledAnew) return kept;
  const isSame = categoryId === row.categoryId;
  const category =
    categoryId === null
      ? undefined
      : await tx.categories.find(row.ownerId, categoryId, { lock: 'share', archived: isSame });
  if (!category) throw notFound('Category');
  return { ...kept, ...refiled(row, category, { type, direction }) };
}

async function splitAnew(
  tx: Tx,
  row: Transaction,
  { splits, amount, type: asked, direction }: Filing & { splits: readonly Split[]; amount: bigint },
): Promise<Pick<Next, 'type' | 'direction'>> {
  const categories = await categoriesFor(tx, row.ownerId, { splits }, categoriesOf([row]));
  const type = typeOfAll(categories, asked ?? (row.type as CategoryType));
  requireExact(splits, amount);
  if (type === row.type && direction === undefined) return { type, direction: row.direction };
  return { type, direction: directionOf(type, direction) };
}

/** What moves no money. */
export type Said = Partial<When & Labels & { description: string; categoryId: string }>;

/** What is said anew of a row beside its money and its day. Throws INVALID_ARGUMENT for too many tags. */
export function saidOf(row: Transaction, changes: TransactionChanges): Said {
  const { description, note, addTags, removeTags } = changes;
  // a category for the whole row takes the place of its parts
  const splits = changes.splits ?? (changes.categoryId !== undefined && row.splits.length > 0 ? [] : undefined);
  const categoryId = changes.splits ? mainCategory(changes.splits) : changes.categoryId;
  const isTagged = addTags !== undefined || removeTags !== undefined;
  const tags = isTagged ? tagsAfter(changes.tags ?? row.tags, changes) : changes.tags;
  return defined({ description, note, categoryId, splits, tags });
}

interface Change extends Covered {
  next: Next;
  said: Said;
}

interface Planned {
  postings: Posting[];
  /** of all rows of the transfer, once it is posted */
  changes: Changes;
  wallets: OpenWallet[];
}

/** The postings, the last under `key`, that bring the money in line with the row as it is to become. Throws CONFLICT, NOT_FOUND. */
export async function planChange(
  deps: Pick<Deps, 'noteIntoLedgerAccounts'>,
  tx: Tx,
  { row, rows }: Changeable,
  { next, said, covered = false, key }: Change & { key: string },
): Promise<Planned> {
  requireOwn(row);
  const wallets = await openWalletsOf(tx, row.ownerId, rows);
  if (next.walletId !== row.walletId) wallets.push(await targetWallet(tx, row, next.walletId));
  const isCorrection = next.walletId === row.walletId && next.direction === row.direction;
  if (!deps.noteIntoLedgerAccounts && next.direction === 'in' && !(isCorrection && next.amount < row.amount)) {
    wallets.filter((wallet) => wallet.id === next.walletId).forEach(refuseNotedMoney);
  }
  const accountOf = accountsOf(wallets);
  const exchanged = isExchange(rows);
  const old = postingOf('', exchanged ? [row] : rows, accountOf);
  const note = (said.description ?? row.description).slice(0, 200);
  const asked = isCorrection
    ? [{ ...correction(key, old, next.amount), note }]
    : replacement(old, postingOf(key, [{ ...row, ...next, description: note }], accountOf));
  const postings = covered ? asked.map((each) => coveredPosting(each, wallets)) : asked;
  const changes: Changes = isCorrection
    ? {
        ...said,
        amount: next.amount,
        type: next.type,
        corrected: true,
        ...(exchanged ? exchangeAt(row, rows, next) : {}),
      }
    : { ...said, ...next, corrected: false };
  return { postings, changes, wallets };
}

/** One end of a transfer between two currencies is corrected, the other stays: the rate is another. */
function exchangeAt(row: Transaction, rows: readonly Transaction[], { amount }: Next): Partial<Changes> {
  const [out, into] = ['out', 'in'].map((end) => rows.find(({ direction }) => direction === end) ?? row);
  if (!out || !into) return {};
  const as = (each: Transaction) => (each.id === row.id ? { ...each, amount } : each);
  return { amountOf: row.id, rate: rateOf(as(out), as(into)) };
}

async function targetWallet(tx: Tx, row: Transaction, walletId: string): Promise<OpenWallet> {
  const wallet = await tx.wallets.find(row.ownerId, walletId, 'share');
  if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
  if (wallet.currency !== row.currency) throw invalidField('walletId', `must be a wallet in ${row.currency}`);
  return requireOpen(wallet);
}

/** Throws CONFLICT for another day of a row that the ledger dictated. */
export function refuseMovedDay(
  row: Transaction,
  { date = row.date, occurredAt = row.occurredAt }: Partial<When>,
): void {
  if (date !== row.date || occurredAt.getTime() !== row.occurredAt.getTime()) requireOwn(row);
}
