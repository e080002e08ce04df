import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { PendingCounts } from './ports.ts';

export interface Holdings {
  /** main accounts with money, posted or held */
  accounts: AccountDetails[];
  pending: PendingCounts;
}

/** What of a person is not settled: money in main accounts, and what is pending with others. */
export async function getHoldings(
  { accounts, users, clock }: Pick<Deps, 'accounts' | 'users' | 'clock'>,
  userId: string,
): Promise<Holdings> {
  const [found, pending] = await Promise.all([accounts.ofOwners([userId]), users.countPending(userId, clock())]);
  const withMoney = found.filter(({ kind, posted, held }) => kind === 'main' && (posted !== 0n || held !== 0n));
  return { accounts: withMoney, pending };
}
