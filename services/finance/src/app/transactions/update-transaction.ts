import { invalidField, notFound } from '@florin/errors';
import type { AmountInput } from '../../domain/amount.ts';
import { toPositive } from '../../domain/amount.ts';
import { defined } from '../../domain/defined.ts';
import type { Stated, When } from '../../domain/time/occurrence.ts';
import { whenOf } from '../../domain/time/occurrence.ts';
import { postingOf, replacement } from '../../domain/ledger/posting.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { requireOwn } from '../../domain/transaction.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import { accountsOf, beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { Changeable } from './changeable.ts';
import { changeTransaction, openWalletsOf } from './changeable.ts';

export interface TransactionChanges extends Stated {
  /** more than 0 */
  amount?: AmountInput | undefined;
  description?: string | undefined;
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
  const { date, occurredAt, amount: newAmount, ...rest } = changes;
  const isMoved = date !== undefined || occurredAt !== undefined;
  const when = isMoved ? whenOf({ date, occurredAt }, await zoneOf(deps, ownerId), deps.clock()) : undefined;
  const outcome = await changeTransaction(deps, ownerId, id, async (tx, found) => {
    await requireCategory(tx, found.row, changes.categoryId);
    const amount = newAmount && toPositive(newAmount, found.row.currency);
    if (amount !== undefined && amount !== found.row.amount) {
      return { row: undefined, operationId: await beginReplacement(deps, tx, found, { ...rest, ...when, amount }) };
    }
    const row = await rewrite(deps, tx, found, { ...rest, when });
    await tellThresholds(deps, tx, ownerId, row.categoryId === null ? [] : [row.categoryId]);
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
  { amount, ...rest }: Pick<TransactionChanges, 'description' | 'categoryId'> & Partial<When> & { amount: bigint },
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
  { when, ...changes }: Pick<TransactionChanges, 'description' | 'categoryId'> & { when: When | undefined },
): Promise<Transaction> {
  const { date, occurredAt } = when ?? row;
  if (date !== row.date || occurredAt.getTime() !== row.occurredAt.getTime()) requireOwn(row);
  const ids = rows.map((each) => each.id);
  const changed = await tx.transactions.update(ids, { ...defined(changes), ...when }, clock());
  return changed.find((each) => each.id === row.id) ?? row;
}
