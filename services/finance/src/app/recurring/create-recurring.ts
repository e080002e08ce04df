import { dayOf, startOfDay, type Day, type WeekendRule } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import type { CategoryType } from '../../domain/category.ts';
import { MAX_RECURRING, requireRoom } from '../../domain/limits.ts';
import { goOnFrom, type Frequency, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Direction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once } from '../ports.ts';
import { completed, requireNext } from './own-recurring.ts';

interface NewRecurring {
  walletId: string;
  /** transfers to another own wallet; then there is no category */
  toWalletId?: string | undefined;
  categoryId?: string | undefined;
  type?: CategoryType | undefined;
  direction?: Direction | undefined;
  amount: AmountInput;
  description: string;
  frequency: Frequency;
  every: number;
  /** occurrences of days before today are passed over */
  startDate: Day;
  lastDayOfMonth: boolean;
  weekendRule: WeekendRule;
  time: string;
  /** default: the person's */
  timeZone?: string | undefined;
  endDate?: Day | null | undefined;
  count?: number | null | undefined;
}

/**
 * Plans a transaction that comes again and again. A repeat with the same key gets the first result. Throws NOT_FOUND,
 * INVALID_ARGUMENT, CONFLICT for a wallet that is not open, LIMIT_EXCEEDED beyond 1,000, UNAVAILABLE when the person's time
 * zone is asked for and not known.
 */
export async function createRecurring(
  deps: Pick<Deps, 'once' | 'preferences' | 'clock' | 'newId' | 'noteIntoLedgerAccounts'>,
  { ownerId, key, ...input }: Keyed<NewRecurring>,
): Promise<Once<Recurring>> {
  const { toWalletId = null, categoryId = null, type, direction, amount, endDate = null, count = null } = input;
  if (toWalletId !== null && categoryId !== null) throw invalidField('categoryId', 'must not be given with toWalletId');
  const timeZone = input.timeZone ?? (await deps.preferences.of(ownerId)).timeZone;
  return deps.once({ scope: `${ownerId} create recurring`, key, request: input }, async (tx) => {
    await tx.owners.lock(ownerId);
    requireRoom(await tx.recurring.count(ownerId), MAX_RECURRING, 'recurring transactions');
    const now = deps.clock();
    const stand = {
      firstNumber: 0,
      nextNumber: 0,
      nextDate: null,
      nextAt: null,
      status: 'active',
      pausedReason: null,
    } as const;
    const wanted: Omit<Recurring, 'type' | 'direction' | 'amount' | 'currency'> = {
      ...input,
      ...stand,
      ...{ id: deps.newId(), ownerId, toWalletId, categoryId, timeZone, endDate, count },
      ...{ createdAt: now, updatedAt: now },
    };
    const asked = { ...wanted, amount: 1n, currency: '', type, direction } as Recurring;
    const plan = await completed(deps, tx, asked);
    const own = { ...plan, amount: toPositive(amount, plan.currency) };
    const { recurring } = goOnFrom(own, startOfDay(dayOf(now, timeZone), timeZone));
    await tx.recurring.insert(requireNext(recurring));
    return recurring;
  });
}
