import { invalidField, notFound } from '@florin/errors';
import { exponentOf } from '@florin/money';
import { isPositive, toPositive, type AmountInput } from '../../domain/amount.ts';
import { requirePeriod, type Budget } from '../../domain/budget.ts';
import { MAX_BUDGETS, requireRoom } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { withStates, type BudgetView } from './budget-view.ts';
import { tellThresholds } from './thresholds.ts';

interface NewBudget {
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
export async function createBudget(
  deps: Pick<Deps, 'once' | 'clock' | 'newId' | 'currency' | 'nudge'>,
  { ownerId, key, ...input }: Keyed<NewBudget>,
): Promise<Once<BudgetView>> {
  if (input.currency !== undefined) exponentOf(input.currency);
  if (!isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
  requirePeriod(input.periodStart, input.periodEnd);
  const created = await deps.once({ scope: `${ownerId} create budget`, key, request: input }, async (tx) => {
    if (!(await tx.categories.find(ownerId, input.categoryId, { lock: 'share' }))) throw notFound('Category');
    requireRoom(await tx.budgets.count(ownerId), MAX_BUDGETS, 'budgets');
    const currency = input.currency ?? (await usualCurrency(deps, tx, ownerId, input.categoryId));
    const amount = toPositive(input.amount, currency);
    const now = deps.clock();
    const stamps = { createdAt: now, updatedAt: now };
    const made: Budget = { ...input, amount, currency, id: deps.newId(), ownerId, alertedPercent: 0, ...stamps };
    await tx.budgets.insert(made);
    await tellThresholds(deps, tx, ownerId, [made.categoryId]);
    const [view] = await withStates(tx, [made]);
    if (!view) throw new Error('a budget has a state');
    return view;
  });
  deps.nudge();
  return created;
}

async function usualCurrency(
  { currency }: Pick<Deps, 'currency'>,
  { transactions, wallets }: Tx,
  ownerId: string,
  categoryId: string,
): Promise<string> {
  return (
    (await transactions.lastCurrency(ownerId, categoryId)) ?? (await wallets.newest(ownerId))?.currency ?? currency
  );
}
