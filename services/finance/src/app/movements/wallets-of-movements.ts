import { FlorinError } from '@florin/errors';
import type { Movement } from '../../domain/ledger/movement.ts';
import { walletOfAccount, type Wallet } from '../../domain/wallet.ts';
import { openedStatus } from '../owners/opened-status.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';

/**
 * The wallet of every account that moved. Main wallets are made when missing; an account in a further currency, which
 * the ledger opens when money of it arrives, gets a wallet named after its currency. Throws UNAVAILABLE for a wallet's
 * account whose opening is not written down yet: the event comes again.
 */
export async function walletsOfMovements(
  deps: OpenMainWallet,
  movements: readonly Movement[],
): Promise<Map<string, Wallet>> {
  const { stores, ledger, clock, newId } = deps;
  const accountIds = movements.map(({ accountId }) => accountId);
  const read = async () =>
    new Map((await stores.wallets.byAccounts(accountIds)).map((wallet) => [wallet.accountId ?? '', wallet]));
  const absent = (known: Map<string, Wallet>) => movements.filter(({ accountId }) => !known.has(accountId));
  let known = await read();
  if (absent(known).length === 0) return known;
  for (const { ownerId } of absent(known)) await openMainWallet(deps, ownerId);
  known = await read();
  const unknown = absent(known);
  if (unknown.length === 0) return known;
  const accounts = await ledger.accounts(unknown.map(({ accountId }) => accountId));
  for (const { ownerId, accountId } of unknown) {
    const account = accounts.get(accountId);
    if (account?.kind !== 'main') throw new FlorinError('UNAVAILABLE', `account ${accountId} has no wallet yet`);
    const wallet = walletOfAccount({ id: newId(), ownerId, account, main: false, now: clock() });
    await stores.wallets.insert({ ...wallet, status: await openedStatus(stores, ownerId) });
  }
  return read();
}
