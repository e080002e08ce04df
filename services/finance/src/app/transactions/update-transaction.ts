import { invalidField, notFound } from '@florin/errors';
import type { AmountInput } from '../../domain/amount.ts';
import { toPositive } from '../../domain/amount.ts';
import { defined } from '../../domain/defined.ts';
import { requirePlausible } from '../../domain/time/occurrence.ts';
import { DEFAULT_PREFERENCES } from '../../domain/time/period.ts';
import { postingOf, replacement } from '../../domain/ledger/posting.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { requireOwn } from '../../domain/transaction.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import { accountsOf, beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { Changeable } from './changeable.ts';
import { changeTransaction, openWalletsOf } from './changeable.ts';

export interface TransactionChanges {
  /** more than 0 */
  amount?: AmountInput | undefined;
  description?: string | undefined;
  occurredAt?: Date | undefined;
  /** one of the same type */
  categoryId?: string | undefined;
}

/**
 * Changes a transaction. Another amount takes the old posting back and makes a new one, both or none. Throws NOT_FOUND,
 * INVALID_ARGUMENT, CONFLICT for the amount of a recorded transfer, INSUFFICIENT_FUNDS (the old values stay).
 */
export async function updateTransaction(
  deps: OperationNeeds,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: TransactionChanges },
): Promise<Transaction> {
  if (changes.occurredAt) requirePlausible(changes.occurredAt, deps.clock());
  const preferences = await deps.preferences.of(ownerId).catch(() => DEFAULT_PREFERENCES);
  const outcome = await changeTransaction(deps, ownerId, id, async (tx, found) => {
    await requireCategory(tx, found.row, changes.categoryId);
    const amount = changes.amount && toPositive(changes.amount, found.row.currency);
    if (amount !== undefined && amount !== found.row.amount) {
      return { row: undefined, operationId: await beginReplacement(deps, tx, found, { ...changes, amount }) };
    }
    const row = await rewrite(deps, tx, found, changes);
    await tellThresholds(deps, tx, row.categoryId === null ? [] : [row.categoryId], preferences);
    return { row, operationId: undefined };
  });
  deps.nudge();
  if (outcome.row) return outcome.row;
  const { transactions } = await runOperation(deps, outcome.operationId, true);
  const changed = transactions.find((row) => row.id === id);
  if (!changed) throw notFound('Transaction');
  return changed;
}

async function requireCategory(tx: Tx, row: Transaction, categoryId: string | undefined): Promise<void> {
  if (categoryId === undefined || categoryId === row.categoryId) return;
  const category = await tx.categories.find(row.ownerId, categoryId, { lock: 'share' });
  if (!category) throw notFound('Category');
  if (category.type !== row.type) throw invalidField('categoryId', `must be a category of type ${row.type}`);
}

async function beginReplacement(
  deps: OperationNeeds,
  tx: Tx,
  { row, rows }: Changeable,
  { amount, ...rest }: Omit<TransactionChanges, 'amount'> & { amount: bigint },
): Promise<string> {
  requireOwn(row);
  const wallets = await openWalletsOf(tx, row.ownerId, rows);
  const accountOf = accountsOf(wallets);
  const id = deps.newId();
  const next = rows.map((each) => ({ ...each, amount, description: rest.description ?? each.description }));
  const postings = replacement(postingOf('', rows, accountOf), postingOf(id, next, accountOf));
  const changes = { amount, ...defined(rest) };
  const walletIds = wallets.map((wallet) => wallet.id);
  const action = { kind: 'replace' as const, postings, changes };
  await beginOperation(deps, tx, { id, ownerId: row.ownerId, walletIds, action });
  const ids = rows.map((each) => each.id);
  await tx.transactions.update(ids, { operationId: id }, deps.clock());
  return id;
}

async function rewrite(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { row, rows }: Changeable,
  { description, occurredAt, categoryId }: TransactionChanges,
): Promise<Transaction> {
  if (occurredAt !== undefined && occurredAt.getTime() !== row.occurredAt.getTime()) requireOwn(row);
  const ids = rows.map((each) => each.id);
  const changed = await tx.transactions.update(ids, defined({ description, occurredAt, categoryId }), clock());
  return changed.find((each) => each.id === row.id) ?? row;
}
