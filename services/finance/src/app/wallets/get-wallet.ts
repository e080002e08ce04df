import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import { withBalances, type WalletWithBalance } from './balances.ts';

interface GetWallet {
  ownerId: string;
  id: string;
  /** whether one that was deleted is returned, too */
  archived?: boolean;
}

/** One of the person's wallets. Throws NOT_FOUND, also for another person's. */
export async function getWallet(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  { ownerId, id, archived = false }: GetWallet,
): Promise<WalletWithBalance> {
  const wallet = await stores.wallets.find(ownerId, id);
  const [found] = wallet && (archived || wallet.status !== 'archived') ? await withBalances(ledger, [wallet]) : [];
  if (!found) throw notFound('Wallet');
  return found;
}
