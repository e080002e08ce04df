import { FlorinError, isFlorinError, notFound } from '@florin/errors';
import { requireDeletable, requireOpen } from '../../domain/wallet.ts';
import { beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../ports.ts';

/**
 * Deletes a wallet: it takes no more orders, what it holds is posted out by an adjustment, and it is archived; its
 * transactions stay readable. Throws NOT_FOUND, CONFLICT for the main wallet or while money of it is on its way.
 */
export function deleteWallet(deps: Deps) {
  return async (ownerId: string, id: string): Promise<void> => {
    const operationId = deps.newId();
    await deps.db.inTransaction(async (stores) => {
      const wallet = await stores.wallets.find(ownerId, id, 'update');
      if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
      requireDeletable(wallet);
      requireOpen(wallet);
      const pending = await stores.operations.pendingOfWallet(ownerId, id);
      if (pending.length > 0)
        throw new FlorinError('CONFLICT', 'Money of this wallet is on its way; try again in a moment');
      await stores.wallets.update(id, { status: 'closing' }, deps.clock());
      const action = { kind: 'close-wallet' as const, walletId: id, posting: 'unknown' as const };
      await beginOperation(deps, stores, { id: operationId, ownerId, walletIds: [id], action });
    });
    try {
      await runOperation(deps, operationId, true);
    } catch (error) {
      if (!isFlorinError(error) || error.code !== 'INSUFFICIENT_FUNDS') throw error;
      throw new FlorinError('CONFLICT', 'Money of this wallet is reserved or on its way; try again later', {
        cause: error,
      });
    }
  };
}
