import type { Operation, OperationResult, Refusal } from '../../domain/ledger/operation.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { tellThresholds, type Telling } from '../budgets/thresholds.ts';
import { openedStatus } from '../owners/opened-status.ts';
import type { Tx } from '../ports.ts';
import { keepTags } from '../tags/keep-tags.ts';
import { keepsRows, writeNewRows, type KeepingRows } from './new-rows.ts';
import { secondsOf, type Posted } from './posted.ts';
import { settleChange } from './settle-change.ts';

/**
 * Writes the ledger's yes into the rows of a pending operation, tells budget thresholds, and keeps the answer, all in
 * the caller's transaction. An operation that somebody else finished meanwhile is answered as it is; a refused posting
 * that the ledger made after all (a call given up too early) is taken over, since the ledger is right.
 */
export async function settlePosted(deps: Telling, tx: Tx, operation: Operation, posted: Posted): Promise<Operation> {
  // without what it does, which the caller has read
  const status = await tx.operations.status(operation.id, 'update');
  const late = status === 'refused' && isTakenOver(operation);
  if (status !== 'pending' && !late) return locked(tx, operation.id);
  if (keepsRows(operation)) return settleNew(deps, tx, operation, posted);
  const { action } = operation;
  if (action.kind === 'change-batch') return settleChange(deps, tx, operation, action, posted);
  const now = deps.clock();
  const rows = await tx.transactions.byOperation(operation.id);
  if (action.kind === 'replace') await keepTags(deps, tx, [{ ...action.changes, ownerId: operation.ownerId }]);
  const result: OperationResult = {
    transactions: await settleRows(tx, operation, rows, posted, now),
    wallet: await settleWallet(tx, operation, posted, now),
  };
  await tellThresholds(deps, tx, operation.ownerId, touchedBy([...rows, ...result.transactions]));
  await tx.operations.finish(operation.id, { result });
  return { ...operation, status: 'posted', result, error: null };
}

/** Whether the operation can be taken over when the ledger made its postings although it was given up as refused. */
export const isTakenOver = (operation: Operation): boolean => operation.action.kind === 'post' || keepsRows(operation);

async function settleNew(deps: Telling, tx: Tx, operation: KeepingRows, posted: Posted): Promise<Operation> {
  const [left] = await writeNewRows(deps, tx, [{ operation, posted }]);
  if (!left) throw new Error(`operation ${operation.id} left nothing`);
  const { rows, result, action } = left;
  await tellThresholds(deps, tx, operation.ownerId, touchedBy(rows));
  await tx.operations.finish(operation.id, { result, action });
  return { ...operation, action, status: 'posted', result, error: null };
}

/** Takes back what a refused operation had prepared, and keeps the refusal as its answer. */
export async function settleRefused(tx: Tx, operationId: string, error: Refusal, now: Date): Promise<Operation> {
  const operation = await locked(tx, operationId);
  if (operation.status !== 'pending') return operation;
  const rows = await tx.transactions.byOperation(operation.id);
  const fresh = rows.filter(({ status }) => status === 'pending').map(({ id }) => id);
  const kept = rows.filter(({ status }) => status !== 'pending').map(({ id }) => id);
  await tx.transactions.update(fresh, { status: 'refused' }, now);
  await tx.transactions.update(kept, { operationId: null }, now);
  const { action } = operation;
  if (action.kind === 'open-wallet') {
    await tx.wallets.update(action.walletId, { status: 'archived' }, now);
    await tx.goals.closeArchived(operation.ownerId, now);
  }
  if (action.kind === 'close-wallet') {
    await tx.wallets.update(action.walletId, { status: await openedStatus(tx, operation.ownerId) }, now);
  }
  await tx.operations.finish(operation.id, { error });
  return { ...operation, status: 'refused', error };
}

async function locked(tx: Tx, id: string): Promise<Operation> {
  const operation = await tx.operations.find(id, 'update');
  if (!operation) throw new Error(`operation ${id} is gone`);
  return operation;
}

async function settleRows(
  tx: Tx,
  { id, ownerId, action }: Operation,
  rows: readonly Transaction[],
  { transferIds }: Posted,
  now: Date,
): Promise<Transaction[]> {
  const ids = rows.map((row) => row.id);
  if (action.kind === 'reverse' || action.kind === 'give-back') {
    return tx.transactions.update(ids, { status: 'reversed', operationId: null }, now);
  }
  const transferId = transferIds.get(id);
  if (ids.length === 0 || transferId === undefined) return [];
  const before = new Set(rows.flatMap((row) => row.transferId ?? []));
  before.delete(transferId);
  await tx.transactions.supersede(ownerId, [...before, ...secondsOf(transferIds)]);
  const settled = { status: 'posted', transferId, operationId: null } as const;
  if (action.kind !== 'replace') return tx.transactions.update(ids, settled, now);
  const { amountOf, ...changes } = action.changes;
  if (amountOf === undefined) return tx.transactions.update(ids, { ...changes, ...settled }, now);
  const { amount, ...alike } = changes;
  const other = ids.filter((each) => each !== amountOf);
  return [
    ...(await tx.transactions.update(other, { ...alike, ...settled }, now)),
    ...(await tx.transactions.update([amountOf], { ...alike, amount, ...settled }, now)),
  ];
}

async function settleWallet(
  tx: Tx,
  { action, ownerId }: Operation,
  { accountId }: Posted,
  now: Date,
): Promise<Wallet | null> {
  if (action.kind === 'open-wallet') {
    if (accountId === undefined) throw new Error(`wallet ${action.walletId} was opened without an account`);
    const status = await openedStatus(tx, ownerId);
    const wallet = await tx.wallets.update(action.walletId, { status, accountId }, now);
    if (status === 'archived') await tx.goals.closeArchived(ownerId, now);
    return wallet;
  }
  if (action.kind === 'close-wallet') {
    await tx.recurring.pause(ownerId, { walletId: action.walletId }, 'wallet-deleted', now);
    return tx.wallets.update(action.walletId, { status: 'archived' }, now);
  }
  return null;
}
