import { FlorinError, notFound } from '@florin/errors';
import type { Transaction } from '../../domain/transaction.ts';
import { requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import type { Once, Tx } from '../ports.ts';

/** A row with all rows of its transfer (two between own wallets), locked, and free to be changed. */
export interface Changeable {
  row: Transaction;
  rows: Transaction[];
}

export type Changing = OperationNeeds & Pick<Deps, 'once'>;

/** Another change of the row is under way: the operation, unless it has just ended. */
class Busy extends Error {
  readonly operationId: string | null;

  constructor(operationId: string | null) {
    super('busy');
    this.operationId = operationId;
  }
}

/**
 * Runs `change` on a posted row in a transaction, once per key of the scope. When another change of it is under way, that one
 * is finished first. Throws NOT_FOUND, also for another person's row; CONFLICT when changes keep coming.
 */
export async function changeTransaction<T>(
  deps: Changing,
  { ownerId, id, ...keyed }: { ownerId: string; id: string; scope: string; key: string | undefined; request: unknown },
  change: (tx: Tx, found: Changeable) => Promise<T>,
): Promise<Once<T>> {
  const changeFree = async (tx: Tx): Promise<T> => {
    const found = await tx.transactions.find(ownerId, id);
    if (!found?.transferId) throw notFound('Transaction');
    const rows = (await tx.transactions.lockByTransfer(found.transferId)).filter((row) => row.ownerId === ownerId);
    const row = rows.find((each) => each.id === id);
    if (row?.status !== 'posted') throw new Busy(null);
    if (row.operationId !== null) throw new Busy(row.operationId);
    return change(tx, { row, rows });
  };
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      return await deps.once(keyed, changeFree);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      if (error.operationId !== null) await runOperation(deps, error.operationId, false).catch(ignoreRefusal);
    }
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
