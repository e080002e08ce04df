import { dayOf, startOfDay, type Day, type WeekendRule } from '@florin/calendar';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import { defined } from '../../domain/defined.ts';
import { goOnAt, goOnFrom, requireGoingOn, type Frequency, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import { completed, lockOwn, requireNext } from './own-recurring.ts';

export interface RecurringChanges {
  walletId?: string | undefined;
  toWalletId?: string | undefined;
  categoryId?: string | undefined;
  amount?: AmountInput | undefined;
  description?: string | undefined;
  frequency?: Frequency | undefined;
  every?: number | undefined;
  /** the day of the next occurrence, from which the later ones are counted */
  startDate?: Day | undefined;
  lastDayOfMonth?: boolean | undefined;
  weekendRule?: WeekendRule | undefined;
  time?: string | undefined;
  timeZone?: string | undefined;
  endDate?: Day | null | undefined;
  count?: number | null | undefined;
}

/**
 * Changes what is still to come. Another rhythm is counted from `startDate`, else from the next occurrence. Throws NOT_FOUND,
 * INVALID_ARGUMENT, CONFLICT for one that has ended or a wallet that is not open.
 */
export async function updateRecurring(
  deps: Pick<Deps, 'transact' | 'clock' | 'noteIntoLedgerAccounts'>,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: RecurringChanges },
): Promise<Recurring> {
  return deps.transact(async (tx) => {
    const recurring = await lockOwn(tx, ownerId, id);
    requireGoingOn(recurring);
    const { amount, ...rest } = changes;
    const next = { ...recurring, ...defined(rest) };
    const plan = await completed(deps, tx, withSeries(recurring, next, changes.startDate));
    const paid = amount ? toPositive(amount, plan.currency) : plan.amount;
    const now = deps.clock();
    const changed = { ...plan, amount: paid };
    const planned =
      changes.startDate === undefined
        ? goOnAt(changed, changed.nextNumber)
        : goOnFrom({ ...changed, nextAt: null }, startOfDay(dayOf(now, changed.timeZone), changed.timeZone)).recurring;
    await tx.recurring.save([requireNext(planned)], now);
    return { ...planned, updatedAt: now };
  });
}

/** Numbers go on where they were, so that none stands for two occurrences. */
function withSeries(before: Recurring, next: Recurring, startDate: Day | undefined): Recurring {
  const fields = ['frequency', 'every', 'lastDayOfMonth'] as const;
  const isSame = startDate === undefined && fields.every((field) => next[field] === before[field]);
  if (isSame) return next;
  return { ...next, startDate: startDate ?? before.nextDate ?? before.startDate, firstNumber: before.nextNumber };
}
