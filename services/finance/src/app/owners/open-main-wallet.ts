import { walletOfAccount } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { openedStatus } from './opened-status.ts';

export type OpenMainWallet = Pick<Deps, 'stores' | 'known' | 'ledger' | 'clock' | 'newId' | 'currency'>;

/** Gives the person the main wallet, bound to the ledger's main account, once. Throws UNAVAILABLE without the ledger. */
export async function openMainWallet(deps: OpenMainWallet, ownerId: string): Promise<void> {
  const { stores, known, ledger, clock, newId, currency } = deps;
  if (known.mainWallet.has(ownerId)) return;
  if (!(await stores.wallets.findMain(ownerId))) {
    const account = await ledger.openMain(ownerId, currency);
    const wallet = walletOfAccount({ ownerId, account, main: true, id: newId(), now: clock() });
    await stores.wallets.insert({ ...wallet, status: await openedStatus(stores, ownerId) });
  }
  known.mainWallet.add(ownerId);
}
