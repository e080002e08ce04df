import { requireOwn } from '../../domain/transaction.ts';
import { beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../ports.ts';
import { changeTransaction, openWalletsOf } from './change.ts';

/**
 * Deletes a transaction and takes its posting back in the ledger; of a transfer between own wallets both rows go. Throws
 * NOT_FOUND, CONFLICT for a recorded transfer, INSUFFICIENT_FUNDS when the income has been spent already.
 */
export function deleteTransaction(deps: Deps) {
  return async (ownerId: string, id: string): Promise<void> => {
    const operationId = deps.newId();
    await changeTransaction(deps, ownerId, id, async (stores, { row, rows }) => {
      requireOwn(row);
      const wallets = await openWalletsOf(stores, ownerId, rows);
      await beginOperation(deps, stores, {
        id: operationId,
        ownerId,
        walletIds: wallets.map((wallet) => wallet.id),
        action: { kind: 'reverse', transferId: row.transferId ?? '' },
      });
      await stores.transactions.update(rows.map((each) => each.id), { operationId }, deps.clock()); // prettier-ignore
    });
    await runOperation(deps, operationId, true);
  };
}
