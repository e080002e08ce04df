import { newId } from '@florin/service-kit';
import type { Ledger, LedgerAccount } from '../../src/app/wallets/ports.ts';

/** A ledger that takes every posting and never runs out of money, for tests of what stands in the database. */
export function createMemoryLedger(): Ledger {
  const accounts = new Map<string, LedgerAccount>();
  const open = (kind: string, currency: string) => {
    const creditLimit = kind === 'main' ? 0n : null;
    const account = { id: newId(), currency, kind, posted: 0n, creditLimit, lastTransferId: '' };
    accounts.set(account.id, account);
    return Promise.resolve(account);
  };
  return {
    openMain: (_ownerId, currency) => open('main', currency),
    openWallet: ({ currency }) => open('wallet', currency),
    setCreditLimit: () => Promise.resolve(),
    accounts: (ids) => Promise.resolve(new Map([...accounts].filter(([id]) => ids.includes(id)))),
    references: () => Promise.resolve(new Map()),
    post: (_ownerId, _operationId, postings) => Promise.resolve(new Map(postings.map(({ key }) => [key, newId()]))),
    postEach: (orders) => Promise.resolve(orders.map(() => newId())),
    reverse: () => Promise.resolve(),
  };
}
