import type { Clock } from '@florin/service-kit';
import type { Limits, Spending } from '../../domain/posting/account.ts';
import { dayOf, limitsOf, nextDay, nextMonth, spendingOn } from '../../domain/posting/limits.ts';
import type { AccountDetails } from '../ports.ts';

export interface LimitUse {
  currency: string;
  limits: Limits;
  used: Spending;
  dayResetsAt: string;
  monthResetsAt: string;
}

/** What a user may still send of each currency today and this month (UTC). */
export function createLimits(listAccounts: (ownerId: string) => Promise<AccountDetails[]>, clock: Clock) {
  return async (ownerId: string): Promise<LimitUse[]> => {
    const day = dayOf(clock());
    const mains = (await listAccounts(ownerId)).filter((account) => account.kind === 'main');
    return mains.map((account) => ({
      currency: account.currency,
      limits: limitsOf(account),
      used: spendingOn(account.spending, day),
      dayResetsAt: nextDay(day),
      monthResetsAt: nextMonth(day),
    }));
  };
}
