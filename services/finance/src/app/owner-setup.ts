import { DEFAULT_CATEGORIES } from '../domain/category.ts';
import type { Wallet } from '../domain/wallet.ts';
import type { Deps } from './ports.ts';

export interface OwnerSetup {
  /** Gives the person the default categories, the first time. */
  categories(ownerId: string): Promise<void>;
  /** Gives the person the main wallet, bound to the ledger's main account. Throws UNAVAILABLE without the ledger. */
  mainWallet(ownerId: string): Promise<void>;
}

const MOST_REMEMBERED = 50_000;

/** What every person has from the start, made by the event of registration or at the first request, whichever comes first. */
export function createOwnerSetup({ db, ledger, clock, newId, currency }: Deps): OwnerSetup {
  const once = (make: (ownerId: string) => Promise<void>) => {
    const done = new Set<string>();
    return async (ownerId: string) => {
      if (done.has(ownerId)) return;
      await make(ownerId);
      if (done.size >= MOST_REMEMBERED) done.clear();
      done.add(ownerId);
    };
  };
  return {
    categories: once((ownerId) =>
      db.inTransaction(async (stores) => {
        const now = clock();
        if (!(await stores.owners.markSeeded(ownerId, now))) return;
        const own = { ownerId, archived: false, createdAt: now, updatedAt: now };
        await stores.categories.insert(DEFAULT_CATEGORIES.map((seed) => ({ id: newId(), ...seed, ...own })));
      }),
    ),
    mainWallet: once(async (ownerId) => {
      if (await db.stores.wallets.findMain(ownerId)) return;
      const account = await ledger.openMain(ownerId, currency);
      await db.stores.wallets.insert(walletOfAccount({ ownerId, account, main: true, id: newId(), now: clock() }));
    }),
  };
}

/** A wallet for an account the ledger opened on its own: the main one, or one in another currency. */
export function walletOfAccount(from: {
  id: string;
  ownerId: string;
  account: { id: string; currency: string };
  main: boolean;
  now: Date;
}): Wallet {
  const { id, ownerId, account, main, now } = from;
  return {
    id,
    ownerId,
    name: main ? 'Main' : account.currency,
    type: 'account',
    currency: account.currency,
    description: '',
    creditLimit: 0n,
    main,
    ledgerOwned: true,
    accountId: account.id,
    status: 'open',
    createdAt: now,
    updatedAt: now,
  };
}
