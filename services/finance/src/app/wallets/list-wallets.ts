import type { Deps } from '../index.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import type { Slice } from '../ports.ts';
import { withBalances, type WalletWithBalance } from './balances.ts';

/**
 * A person's wallets with their balances, in their order, then oldest first, and those shared with the person when asked; the
 * main wallet is made when it is missing.
 */
export async function listWallets(
  deps: Pick<Deps, 'stores' | 'ledger'> & OpenMainWallet,
  { ownerId, which = 'own', slice }: { ownerId: string; which?: 'own' | 'shared' | 'all'; slice: Slice },
): Promise<WalletWithBalance[]> {
  await openMainWallet(deps, ownerId);
  const { wallets } = deps.stores;
  const found = which === 'own' ? wallets.list(ownerId, slice) : wallets.listWithShared(ownerId, which, slice);
  return withBalances(deps.ledger, await found);
}
