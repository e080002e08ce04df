import { formatMajor } from '@florin/money';
import { sortKeyOf } from '../../domain/amount.ts';
import { findInList, type Fields, type Found, type Query } from '../../domain/query.ts';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import type { Deps } from '../index.ts';
import { withBalances, type WalletWithBalance } from './balances.ts';

const FIELDS: Fields<WalletWithBalance> = {
  name: { text: ({ name }) => name },
  type: { text: ({ type }) => type },
  currency: { text: ({ currency }) => currency },
  description: { text: ({ description }) => description },
  balance: {
    text: ({ balance, currency }) => formatMajor(balance, currency),
    key: ({ balance, currency }) => sortKeyOf(balance, currency),
  },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** A page of the person's wallets with balances, from one call to the ledger. Throws INVALID_ARGUMENT for an unknown field. */
export async function queryWallets(
  deps: Pick<Deps, 'stores' | 'ledger'> & OpenMainWallet,
  { ownerId, query }: { ownerId: string; query: Query },
): Promise<Found<WalletWithBalance>> {
  await openMainWallet(deps, ownerId);
  const wallets = await deps.stores.wallets.list(ownerId, { limit: MAX_LISTED_WALLETS });
  return findInList(await withBalances(deps.ledger, wallets), query, FIELDS);
}
