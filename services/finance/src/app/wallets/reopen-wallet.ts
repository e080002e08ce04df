import { FlorinError, notFound } from '@florin/errors';
import { MAX_WALLETS, requireRoom } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { WalletWithBalance } from './balances.ts';
import { getWallet } from './get-wallet.ts';

/**
 * Opens a deleted wallet again; its transactions are still there, its money is not. Throws NOT_FOUND, CONFLICT for one that
 * was not deleted, LIMIT_EXCEEDED beyond 200 wallets.
 */
export async function reopenWallet(
  deps: Pick<Deps, 'stores' | 'ledger' | 'transact' | 'clock'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<WalletWithBalance> {
  await deps.transact(async (tx) => {
    const wallet = await tx.wallets.find(ownerId, id, 'update');
    if (!wallet) throw notFound('Wallet');
    if (wallet.status !== 'archived' || wallet.accountId === null) {
      throw new FlorinError('CONFLICT', 'Only a wallet that was deleted can be opened again');
    }
    requireRoom(await tx.wallets.count(ownerId), MAX_WALLETS, 'wallets');
    await tx.wallets.update(id, { status: 'open' }, deps.clock());
  });
  return getWallet(deps, { ownerId, id });
}
