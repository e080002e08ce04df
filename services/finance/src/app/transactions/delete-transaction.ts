import { coveredPosting, opposite, postingOf } from '../../domain/ledger/posting.ts';
import { requireOwn } from '../../domain/transaction.ts';
import { type Covered, accountsOf, beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import { changeTransaction, openWalletsOf } from './changeable.ts';

/**
 * Deletes a transaction and takes its posting back in the ledger; of a transfer between own wallets both rows go. Of a
 * corrected row, which several transfers made, the amount is posted back. Throws NOT_FOUND, CONFLICT for a recorded
 * transfer, INSUFFICIENT_FUNDS when the income has been spent already.
 */
export async function deleteTransaction(
  deps: OperationNeeds,
  { ownerId, id, covered = false }: Covered & { ownerId: string; id: string },
): Promise<void> {
  const operationId = deps.newId();
  await changeTransaction(deps, ownerId, id, async (tx, { row, rows }) => {
    requireOwn(row);
    const wallets = await openWalletsOf(tx, ownerId, rows);
    const back = opposite(operationId, postingOf(operationId, rows, accountsOf(wallets)));
    const posting = covered ? coveredPosting(back, wallets) : back;
    await beginOperation(deps, tx, {
      id: operationId,
      ownerId,
      walletIds: wallets.map((wallet) => wallet.id),
      action: row.corrected
        ? { kind: 'give-back', posting }
        : { kind: 'reverse', transferId: row.transferId ?? '', floor: posting.floor },
    });
    const ids = rows.map((each) => each.id);
    await tx.transactions.update(ids, { operationId }, deps.clock());
  });
  await runOperation(deps, operationId, true);
}
