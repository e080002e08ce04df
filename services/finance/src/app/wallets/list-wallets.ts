import type { Deps } from '../index.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import type { Slice } from '../ports.ts';
import { withBalances, type WalletWithBalance } from './balances.ts';

/** A person's wallets with their balances, in their order, then oldest first; the main wallet is made when it is missing. */
export async function listWallets(
  deps: Pick<Deps, 'stores' | 'ledger'> & OpenMainWallet,
  { ownerId, slice }: { ownerId: string; slice: Slice },
): Promise<WalletWithBalance[]> {
  await openMainWallet(deps, ownerId);
  return withBalances(deps.ledger, await deps.stores.wallets.list(ownerId, slice));
}
