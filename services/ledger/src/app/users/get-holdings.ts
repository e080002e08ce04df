import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { PendingCounts } from './ports.ts';

export interface Holdings {
  /** main accounts with money, posted or held */
  accounts: AccountDetails[];
  pending: PendingCounts;
}

/** What of a person is not settled: money in main accounts, and what is pending with others. */
export async function getHoldings(deps: Pick<Deps, 'accounts' | 'users' | 'clock'>, userId: string): Promise<Holdings> {
  const [found, pending] = await Promise.all([
    deps.accounts.ofOwners([userId]),
    deps.users.countPending(userId, deps.clock()),
  ]);
  const withMoney = found.filter(({ kind, posted, held }) => kind === 'main' && (posted !== 0n || held !== 0n));
  return { accounts: withMoney, pending };
}
