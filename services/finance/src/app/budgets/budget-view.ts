import { stateOf, type Budget, type BudgetState } from '../../domain/budget.ts';
import type { Stores } from '../ports.ts';
import { spanOf } from './thresholds.ts';

/** A budget with what was spent and what remains. */
export type BudgetView = Budget & BudgetState;

/** Adds what was spent and what remains, in one query for all budgets. */
export async function withStates({ budgets }: Pick<Stores, 'budgets'>, list: readonly Budget[]): Promise<BudgetView[]> {
  const spent = await budgets.spent(list.map(spanOf));
  return list.map((budget) => ({ ...budget, ...stateOf(budget, spent.get(budget.id) ?? 0n) }));
}
