import { FlorinError, isFlorinError, notFound } from '@florin/errors';
import { requireDeletable, requireOpen } from '../../domain/wallet.ts';
import { beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';

/**
 * Deletes a wallet: it takes no more orders, what it holds is posted out by an adjustment, and it is archived; its
 * transactions stay readable. Throws NOT_FOUND, CONFLICT for the main wallet or while money of it is on its way.
 */
export async function deleteWallet(
  deps: OperationNeeds & Pick<Deps, 'once'>,
  { ownerId, key, id }: Keyed<{ id: string }>,
): Promise<void> {
  const asked = { scope: `${ownerId} delete wallet`, key, request: { id } };
  const { body: operationId, replayed } = await deps.once(asked, async (tx) => {
    const wallet = await tx.wallets.find(ownerId, id, 'update');
    if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
    requireDeletable(wallet);
    requireOpen(wallet);
    const pending = await tx.operations.pendingOfWallet(ownerId, id);
    if (pending.length > 0)
      throw new FlorinError('CONFLICT', 'Money of this wallet is on its way; try again in a moment');
    await tx.wallets.update(id, { status: 'closing' }, deps.clock());
    const operationId = deps.newId();
    const action = { kind: 'close-wallet' as const, walletId: id, posting: 'unknown' as const };
    await beginOperation(deps, tx, { id: operationId, ownerId, walletIds: [id], action });
    return operationId;
  });
  try {
    await runOperation(deps, operationId, !replayed);
  } catch (error) {
    if (!isFlorinError(error) || error.code !== 'INSUFFICIENT_FUNDS') throw error;
    throw new FlorinError('CONFLICT', 'Money of this wallet is reserved or on its way; try again later', {
      cause: error,
    });
  }
}
