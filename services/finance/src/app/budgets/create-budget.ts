import { invalidField, notFound } from '@florin/errors';
import { exponentOf } from '@florin/money';
import type { AmountInput } from '../../domain/amount.ts';
import { isPositive, toPositive } from '../../domain/amount.ts';
import type { Budget } from '../../domain/budget.ts';
import { DEFAULT_PREFERENCES } from '../../domain/time/period.ts';
import { MOST_BUDGETS, requireRoom } from '../limits.ts';
import type { Deps } from '../ports.ts';
import type { Stores } from '../store-ports.ts';
import type { BudgetView } from './read-budgets.ts';
import { withStates } from './read-budgets.ts';
import { tellThresholds } from './thresholds.ts';

export interface NewBudget {
  categoryId: string;
  /** more than 0 */
  amount: AmountInput;
  /** default: that of the category's last transaction, else of the person's newest wallet */
  currency?: string | undefined;
  /** YYYY-MM-DD, both included */
  periodStart: string;
  periodEnd: string;
  description: string;
}

/**
 * Sets a budget on a category. What is spent already counts. Throws INVALID_ARGUMENT, NOT_FOUND for the category,
 * LIMIT_EXCEEDED beyond 1,000, IDEMPOTENCY_MISMATCH.
 */
export function createBudget(deps: Deps) {
  return async (
    ownerId: string,
    input: NewBudget,
    key: string | undefined,
  ): Promise<{ budget: BudgetView; replayed: boolean }> => {
    if (input.currency !== undefined) exponentOf(input.currency);
    if (!isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
    requirePeriod(input.periodStart, input.periodEnd);
    const preferences = await deps.preferences.of(ownerId).catch(() => DEFAULT_PREFERENCES);
    const { body: budget, replayed } = await deps.db.idempotently(
      { scope: `${ownerId} create budget`, key, request: input },
      async (stores) => {
        if (!(await stores.categories.find(ownerId, input.categoryId, { lock: 'share' }))) throw notFound('Category');
        requireRoom(await stores.budgets.count(ownerId), MOST_BUDGETS, 'budgets');
        const currency = input.currency ?? (await usualCurrency(deps, stores, ownerId, input.categoryId));
        const amount = toPositive(input.amount, currency);
        const now = deps.clock();
        const made: Budget = {
          ...input,
          amount,
          currency, id: deps.newId(), ownerId, alertedPercent: 0, createdAt: now, updatedAt: now,
        }; // prettier-ignore
        await stores.budgets.insert(made);
        await tellThresholds(deps, stores, [made.categoryId], preferences);
        const [view] = await withStates(stores, [made], preferences);
        if (!view) throw new Error('a budget has a state');
        return view;
      },
    );
    deps.nudge();
    return { budget, replayed };
  };
}

async function usualCurrency(
  { currency }: Deps,
  { transactions, wallets }: Stores,
  ownerId: string,
  categoryId: string,
): Promise<string> {
  return (await transactions.lastCurrency(categoryId)) ?? (await wallets.newest(ownerId))?.currency ?? currency;
}

export function requirePeriod(start: string, end: string): void {
  if (end < start) throw invalidField('periodEnd', 'must not be before periodStart');
}
