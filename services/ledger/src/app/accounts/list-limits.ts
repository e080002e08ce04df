import type { Limits, Spending } from '../../domain/posting/account.ts';
import { dayOf, limitsOf, nextDay, nextMonth, spendingOn } from '../../domain/posting/limits.ts';
import type { Deps } from '../index.ts';
import { listAccounts } from './list-accounts.ts';

export interface LimitUse {
  currency: string;
  limits: Limits;
  used: Spending;
  dayResetsAt: string;
  monthResetsAt: string;
}

/** What a user may still send of each currency today and this month (UTC). */
export async function listLimits(
  deps: Pick<Deps, 'accounts' | 'currency' | 'clock' | 'defaultLimits'>,
  ownerId: string,
): Promise<LimitUse[]> {
  const day = dayOf(deps.clock());
  const mains = (await listAccounts(deps, ownerId)).filter((account) => account.kind === 'main');
  return mains.map((account) => ({
    currency: account.currency,
    limits: limitsOf(account, deps.defaultLimits),
    used: spendingOn(account.spending, day),
    dayResetsAt: nextDay(day),
    monthResetsAt: nextMonth(day),
  }));
}
