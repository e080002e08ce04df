import { FlorinError, notFound } from '@florin/errors';
import type { Transaction } from '../../domain/transaction.ts';
import { requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Tx } from '../ports.ts';

/** A row with all rows of its transfer (two between own wallets), locked, and free to be changed. */
export interface Changeable {
  row: Transaction;
  rows: Transaction[];
}

/**
 * Runs `change` on a posted row in a transaction. When another change of it is under way, that one is finished first.
 * Throws NOT_FOUND, also for another person's row; CONFLICT when changes keep coming.
 */
export async function changeTransaction<T>(
  deps: OperationNeeds,
  ownerId: string,
  id: string,
  change: (tx: Tx, found: Changeable) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < 3; tries += 1) {
    const outcome = await deps.transact(async (tx): Promise<{ busy: string | null } | { done: T }> => {
      const found = await tx.transactions.find(ownerId, id);
      if (!found?.transferId) throw notFound('Transaction');
      const rows = (await tx.transactions.lockByTransfer(found.transferId)).filter((row) => row.ownerId === ownerId);
      const row = rows.find((each) => each.id === id);
      if (row?.status !== 'posted') return { busy: null };
      if (row.operationId !== null) return { busy: row.operationId };
      return { done: await change(tx, { row, rows }) };
    });
    if ('done' in outcome) return outcome.done;
    if (outcome.busy !== null) await runOperation(deps, outcome.busy, false).catch(ignoreRefusal);
  }
  throw new FlorinError('CONFLICT', 'This transaction is being changed; try again in a moment');
}

/** The other change's refusal is its own caller's; what is left is that it is not under way any more. */
export function ignoreRefusal(error: unknown): void {
  const { code } = error as { code?: string };
  if (code === undefined || code === 'UNAVAILABLE' || code === 'DEADLINE_EXCEEDED') throw error;
}

/** The wallets of the rows, all open. Throws CONFLICT for a deleted one. */
export async function openWalletsOf(tx: Tx, ownerId: string, rows: readonly Transaction[]): Promise<OpenWallet[]> {
  const wallets: OpenWallet[] = [];
  for (const walletId of [...new Set(rows.map((row) => row.walletId))].sort()) {
    const wallet = await tx.wallets.find(ownerId, walletId, 'share');
    if (!wallet) throw notFound('Wallet');
    wallets.push(requireOpen(wallet));
  }
  return wallets;
}
