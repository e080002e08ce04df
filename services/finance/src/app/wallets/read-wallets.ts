import { notFound } from '@florin/errors';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { Slice } from '../store-ports.ts';
import type { WalletWithBalance } from './balances.ts';
import { withBalances } from './balances.ts';

/** A person's wallets with their balances, oldest first; the main wallet is made when it is missing. */
export function listWallets({ db, ledger }: Deps, setup: OwnerSetup) {
  return async (ownerId: string, slice: Slice): Promise<WalletWithBalance[]> => {
    await setup.mainWallet(ownerId);
    return withBalances(ledger, await db.stores.wallets.list(ownerId, slice));
  };
}

/** One of the person's wallets. Throws NOT_FOUND, also for another person's. */
export function getWallet({ db, ledger }: Deps) {
  return async (ownerId: string, id: string): Promise<WalletWithBalance> => {
    const wallet = await db.stores.wallets.find(ownerId, id);
    const [found] = wallet && wallet.status !== 'archived' ? await withBalances(ledger, [wallet]) : [];
    if (!found) throw notFound('Wallet');
    return found;
  };
}
