import { postingsOf } from '../../domain/ledger/exchange.ts';
import { coveredPosting, opposite } from '../../domain/ledger/posting.ts';
import { requireOwn } from '../../domain/transaction.ts';
import { type Covered, accountsOf, beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import { requireMayChange } from '../members/require-writer.ts';
import type { Keyed } from '../ports.ts';
import { type Changing, changeTransaction, openWalletsOf } from './changeable.ts';

/**
 * Deletes a transaction and takes its posting back in the ledger; of a transfer between own wallets both rows go. Of a
 * corrected row, which several transfers made, the amount is posted back. Throws NOT_FOUND, CONFLICT for a recorded
 * transfer, INSUFFICIENT_FUNDS when the income has been spent already.
 */
export async function deleteTransaction(
  deps: Changing,
  { ownerId, actorId, key, ...input }: Keyed<Covered & { id: string }>,
): Promise<void> {
  const { id, covered = false } = input;
  const asked = { ownerId, id, scope: `${actorId ?? ownerId} delete transaction`, key, request: input };
  const { body: operationId, replayed } = await changeTransaction(deps, asked, async (tx, { row, rows }) => {
    await requireMayChange(tx, { ownerId, actorId }, row);
    requireOwn(row);
    const operationId = deps.newId();
    const wallets = await openWalletsOf(tx, ownerId, rows);
    const back = postingsOf(operationId, rows, accountsOf(wallets)).map((each) => opposite(each.key, each));
    const [posting, second] = covered ? back.map((each) => coveredPosting(each, wallets)) : back;
    if (!posting) throw new Error('a transaction has a posting');
    await beginOperation(deps, tx, {
      id: operationId,
      ownerId,
      actorId,
      walletIds: wallets.map((wallet) => wallet.id),
      action: row.corrected
        ? { kind: 'give-back', posting, second }
        : { kind: 'reverse', transferId: row.transferId ?? '', floor: posting.floor },
    });
    const ids = rows.map((each) => each.id);
    await tx.transactions.setOperation(ids, operationId, deps.clock());
    return operationId;
  });
  await runOperation(deps, operationId, !replayed);
}
