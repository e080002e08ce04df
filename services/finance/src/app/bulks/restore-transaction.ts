import { notFound } from '@florin/errors';
import { postingOf } from '../../domain/ledger/posting.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { accountsOf, beginOperation, refuseRaising } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import { openWalletsOf } from '../transactions/changeable.ts';
import type { Changing } from './change-transactions.ts';

/**
 * Posts a deleted transaction anew, of a transfer between own wallets both rows. One that is there stays as it is. Throws
 * NOT_FOUND, CONFLICT for a wallet that is gone, INSUFFICIENT_FUNDS.
 */
export async function restoreTransaction(
  deps: Changing,
  { ownerId, id, transferId }: Pick<Transaction, 'ownerId' | 'id' | 'transferId'>,
): Promise<void> {
  const operationId = deps.newId();
  const pending = await deps.transact(async (tx) => {
    const rows = (await tx.transactions.lockByTransfer(transferId ?? '')).filter((row) => row.ownerId === ownerId);
    const row = rows.find((each) => each.id === id);
    if (!row) {
      // posted anew with the other row of its transfer, or gone
      if (await tx.transactions.find(ownerId, id)) return null;
      throw notFound('Transaction');
    }
    if (row.status !== 'reversed') return row.operationId;
    const wallets = await openWalletsOf(tx, ownerId, rows);
    refuseRaising(deps, rows, wallets);
    const posting = postingOf(operationId, rows, accountsOf(wallets));
    const walletIds = wallets.map((wallet) => wallet.id);
    await beginOperation(deps, tx, { id: operationId, ownerId, walletIds, action: { kind: 'post', posting } });
    const again = { status: 'pending', corrected: false, operationId } as const;
    await tx.transactions.update(
      rows.map((each) => each.id),
      again,
      deps.clock(),
    );
    return operationId;
  });
  if (pending !== null) await runOperation(deps, pending, pending === operationId);
}
