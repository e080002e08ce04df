import { formatMajor } from '@florin/money';
import type { Fields, Found, Query } from '../../domain/query.ts';
import { answerQuery } from '../../domain/query.ts';
import { MOST_LISTED } from '../limits.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { WalletWithBalance } from './balances.ts';
import { withBalances } from './balances.ts';

const FIELDS: Fields<WalletWithBalance> = {
  name: { text: ({ name }) => name },
  type: { text: ({ type }) => type },
  currency: { text: ({ currency }) => currency },
  description: { text: ({ description }) => description },
  balance: { text: ({ balance, currency }) => formatMajor(balance, currency), key: ({ balance }) => balance },
  createdAt: { text: ({ createdAt }) => createdAt.toISOString() },
};

/** A page of the person's wallets with balances, from one call to the ledger. Throws INVALID_ARGUMENT for an unknown field. */
export function queryWallets({ db, ledger }: Deps, setup: OwnerSetup) {
  return async (ownerId: string, query: Query): Promise<Found<WalletWithBalance>> => {
    await setup.mainWallet(ownerId);
    const wallets = await db.stores.wallets.list(ownerId, { limit: MOST_LISTED });
    return answerQuery(await withBalances(ledger, wallets), query, FIELDS);
  };
}
