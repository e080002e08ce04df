import { invalidField, notFound } from '@florin/errors';
import { type AmountInput, toPositive } from '../../domain/amount.ts';
import { defined } from '../../domain/defined.ts';
import type { Changes } from '../../domain/ledger/operation.ts';
import { correction, coveredPosting, postingOf, replacement } from '../../domain/ledger/posting.ts';
import { type Stated, type When, whenOf } from '../../domain/time/occurrence.ts';
import { type Filing, type Transaction, refiled, requireOwn } from '../../domain/transaction.ts';
import { type OpenWallet, refuseNotedMoney, requireOpen } from '../../domain/wallet.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import { type Covered, accountsOf, beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Tx } from '../ports.ts';
import { type Changeable, changeTransaction, openWalletsOf } from './changeable.ts';

/** What may be said anew of a transaction; of a transfer between own wallets the amount, the description and the day. */
export interface TransactionChanges extends Stated, Filing {
  /** more than 0 */
  amount?: AmountInput | undefined;
  description?: string | undefined;
  /** one of the same type, unless `type` says which the row has under it */
  categoryId?: string | undefined;
  /** an open one of the same currency */
  walletId?: string | undefined;
}

type Updating = OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>;

/** A row as it is to become. */
type Next = Pick<Transaction, 'amount' | 'walletId' | 'type' | 'direction'>;

/**
 * Changes a transaction. Another amount posts the difference, another wallet or direction takes the old posting back and
 * makes a new one, both or none. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT for what a recorded transfer dictates,
 * INSUFFICIENT_FUNDS (the old values stay).
 */
export async function updateTransaction(
  deps: Updating,
  { ownerId, id, changes, covered }: Covered & { ownerId: string; id: string; changes: TransactionChanges },
): Promise<Transaction> {
  const { date, occurredAt, description, categoryId } = changes;
  const isMoved = date !== undefined || occurredAt !== undefined;
  const when = isMoved ? whenOf({ date, occurredAt }, await zoneOf(deps, ownerId), deps.clock()) : undefined;
  const outcome = await changeTransaction(deps, ownerId, id, async (tx, found) => {
    const { row } = found;
    const next = await nextOf(tx, row, changes);
    const texts = defined({ description, categoryId });
    if (next.amount !== row.amount || next.walletId !== row.walletId || next.direction !== row.direction) {
      return {
        row: undefined,
        operationId: await beginChange(deps, tx, found, { next, covered, said: { ...texts, ...when } }),
      };
    }
    const changed = await rewrite(deps, tx, found, { ...texts, ...when, type: next.type });
    const touched = [row, changed].flatMap((each) => each.categoryId ?? []);
    await tellThresholds(deps, tx, ownerId, touched);
    return { row: changed, operationId: undefined };
  });
  deps.nudge();
  if (outcome.row) return outcome.row;
  const { transactions } = await runOperation(deps, outcome.operationId, true);
  const changed = transactions.find((row) => row.id === id);
  if (!changed) throw notFound('Transaction');
  return changed;
}

async function nextOf(tx: Tx, row: Transaction, changes: TransactionChanges): Promise<Next> {
  const { walletId = row.walletId, categoryId = row.categoryId, type, direction } = changes;
  const amount = changes.amount ? toPositive(changes.amount, row.currency) : row.amount;
  const kept = { amount, walletId, type: row.type, direction: row.direction };
  const isFiledAnew = changes.categoryId !== undefined || type !== undefined || direction !== undefined;
  if (row.type === 'transfer' || row.type === 'adjustment') {
    if (walletId !== row.walletId) throw invalidField('walletId', `cannot change for a row of type ${row.type}`);
    if (type !== undefined) throw invalidField('type', `cannot change for a row of type ${row.type}`);
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

interface Change extends Covered {
  next: Next;
  said: Partial<When> & { description?: string; categoryId?: string };
}

/** Begins the operation that brings the posting in line with the row as it is to become; returns the operation's id. */
async function beginChange(
  deps: Updating,
  tx: Tx,
  { row, rows }: Changeable,
  { next, said, covered = false }: Change,
): Promise<string> {
  requireOwn(row);
  const wallets = await openWalletsOf(tx, row.ownerId, rows);
  if (next.walletId !== row.walletId) wallets.push(await targetWallet(tx, row, next.walletId));
  const isCorrection = next.walletId === row.walletId && next.direction === row.direction;
  if (!deps.noteIntoLedgerAccounts && next.direction === 'in' && !(isCorrection && next.amount < row.amount)) {
    wallets.filter((wallet) => wallet.id === next.walletId).forEach(refuseNotedMoney);
  }
  const id = deps.newId();
  const accountOf = accountsOf(wallets);
  const old = postingOf('', rows, accountOf);
  const note = (said.description ?? row.description).slice(0, 200);
  const asked = isCorrection
    ? [{ ...correction(id, old, next.amount), note }]
    : replacement(old, postingOf(id, [{ ...row, ...next, description: note }], accountOf));
  const postings = covered ? asked.map((each) => coveredPosting(each, wallets)) : asked;
  const changes: Changes = isCorrection
    ? { ...said, amount: next.amount, type: next.type, corrected: true }
    : { ...said, ...next, corrected: false };
  const walletIds = wallets.map((wallet) => wallet.id);
  await beginOperation(deps, tx, {
    id,
    ownerId: row.ownerId,
    walletIds,
    action: { kind: 'replace', postings, changes },
  });
  const ids = rows.map((each) => each.id);
  await tx.transactions.update(ids, { operationId: id }, deps.clock());
  return id;
}

async function targetWallet(tx: Tx, row: Transaction, walletId: string): Promise<OpenWallet> {
  const wallet = await tx.wallets.find(row.ownerId, walletId, 'share');
  if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
  if (wallet.currency !== row.currency) throw invalidField('walletId', `must be a wallet in ${row.currency}`);
  return requireOpen(wallet);
}

async function rewrite(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { row, rows }: Changeable,
  changes: Partial<When> & Partial<Pick<Transaction, 'description' | 'categoryId' | 'type'>>,
): Promise<Transaction> {
  const { date = row.date, occurredAt = row.occurredAt } = changes;
  if (date !== row.date || occurredAt.getTime() !== row.occurredAt.getTime()) requireOwn(row);
  const ids = rows.map((each) => each.id);
  const changed = await tx.transactions.update(ids, changes, clock());
  return changed.find((each) => each.id === row.id) ?? row;
}
