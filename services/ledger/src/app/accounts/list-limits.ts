import type { Limits, Spending } from '../../domain/posting/account.ts';
import { dayOf, leftOf, limitsOf, nextDay, nextMonth, spendingOn, type Left } from '../../domain/posting/limits.ts';
import type { Deps } from '../index.ts';
import { listAccounts } from './list-accounts.ts';

export interface LimitUse {
  currency: string;
  limits: Limits;
  used: Spending;
  /** by the account's own limits and by those of the first account, at which all currencies count together */
  left: Left;
  dayResetsAt: string;
  monthResetsAt: string;
}

/** What a user may still send of each currency today and this month (UTC). */
export async function listLimits(deps: Deps, ownerId: string): Promise<LimitUse[]> {
  const { defaultLimits: defaults, worth } = deps;
  const day = dayOf(deps.clock());
  const mains = (await listAccounts(deps, ownerId)).filter((account) => account.kind === 'main');
  return mains.map((account) => ({
    currency: account.currency,
    limits: limitsOf(account, defaults),
    used: spendingOn(account.spending, day),
    left: leftOf(
      account,
      mains.find(({ id }) => id === account.countsAt),
      { day, defaults, worth },
    ),
    dayResetsAt: nextDay(day),
    monthResetsAt: nextMonth(day),
  }));
}
