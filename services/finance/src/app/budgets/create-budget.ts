import { periodOf } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import { exponentOf } from '@florin/money';
import { isPositive, toPositive, toSum, type AmountInput } from '../../domain/amount.ts';
import { DEFAULT_THRESHOLDS, requireDays, type Budget } from '../../domain/budgets/budget.ts';
import { MAX_BUDGETS, requireRoom } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { todayOf, withFigures, type BudgetView, type Today } from './budget-view.ts';
import { filedUnder } from './filed.ts';
import { tellOf } from './thresholds.ts';

type Choices = 'name' | 'type' | 'period' | 'startsOn' | 'endsOn' | 'rollover' | 'thresholds';

interface NewBudget extends Partial<Pick<Budget, Choices>> {
  /** empty: all of `type`, by default all expenses */
  categoryIds: readonly string[];
  /** in the place of categories: rows of `type` with any of these */
  tagIds?: readonly string[] | undefined;
  /** more than 0 */
  amount: AmountInput;
  rolloverCap?: AmountInput | null | undefined;
  /** default: that of the category's last transaction, else of the person's newest wallet */
  currency?: string | undefined;
  description: string;
}

/**
 * Sets a budget on one, several or all categories, or on tags. What is spent already counts. Throws INVALID_ARGUMENT, NOT_FOUND
 * for a category or tag, LIMIT_EXCEEDED beyond 1,000, IDEMPOTENCY_MISMATCH.
 */
export async function createBudget(
  deps: Pick<Deps, 'once' | 'preferences' | 'clock' | 'newId' | 'currency' | 'nudge'>,
  { ownerId, key, ...input }: Keyed<NewBudget>,
): Promise<Once<BudgetView>> {
  if (input.currency !== undefined) exponentOf(input.currency);
  if (!isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
  const { period = 'once' } = input;
  const today = await todayOf(deps, ownerId, [{ period }]);
  const days = { period, startsOn: firstDay(input, today), endsOn: input.endsOn ?? null };
  requireDays(days);
  const created = await deps.once({ scope: `${ownerId} create budget`, key, request: input }, async (tx) => {
    const { categoryIds, tagIds = [], type = 'expense' } = input;
    const filed = await filedUnder(tx, ownerId, { categoryIds, tagIds, type });
    requireRoom(await tx.budgets.count(ownerId), MAX_BUDGETS, 'budgets');
    const currency = input.currency ?? (await usualCurrency(deps, tx, ownerId, filed.categoryIds[0]));
    const { name = '', rollover = 'none', rolloverCap: cap, thresholds = DEFAULT_THRESHOLDS, description } = input;
    const now = deps.clock();
    const made: Budget = {
      ...filed,
      ...days,
      id: deps.newId(),
      ownerId,
      name,
      amount: toPositive(input.amount, currency),
      pastAmounts: [],
      currency,
      rollover,
      rolloverCap: cap ? toSum(cap, currency, 'rolloverCap') : null,
      thresholds,
      description,
      alertedPercent: 0,
      alertedPeriod: null,
      createdAt: now,
      updatedAt: now,
    };
    await tx.budgets.insert(made);
    await tellOf(deps, tx, [made]);
    const [view] = await withFigures(tx, [made], today);
    if (!view) throw new Error('a budget has figures');
    return view;
  });
  deps.nudge();
  return created;
}

/** A budget that recurs counts from the beginning of the current period on. */
function firstDay({ period = 'once', startsOn }: Pick<NewBudget, 'period' | 'startsOn'>, { own, day }: Today): string {
  if (startsOn !== undefined) return startsOn;
  if (period === 'once') throw invalidField('periodStart', 'is required');
  return periodOf(period, day, own).start;
}

async function usualCurrency(
  { currency }: Pick<Deps, 'currency'>,
  { transactions, wallets }: Tx,
  ownerId: string,
  categoryId: string | undefined,
): Promise<string> {
  const last = categoryId === undefined ? undefined : await transactions.lastCurrency(ownerId, categoryId);
  return last ?? (await wallets.newest(ownerId))?.currency ?? currency;
}
