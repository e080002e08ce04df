import type { Budget } from '../../domain/budget.ts';
import type { Interval } from '../../domain/time/calendar.ts';
import type { Slice } from '../ports.ts';

export interface BudgetSpan {
  budgetId: string;
  categoryId: string;
  currency: string;
  interval: Interval;
}

export interface BudgetStore {
  insert(budget: Budget): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Budget | undefined>;
  list(ownerId: string, filter: { categoryId?: string | undefined }, slice: Slice): Promise<Budget[]>;
  count(ownerId: string): Promise<number>;
  /** Budgets on the categories, locked in order of id. */
  lockByCategories(categoryIds: readonly string[]): Promise<Budget[]>;
  update(
    id: string,
    changes: Partial<
      Pick<Budget, 'amount' | 'periodStart' | 'periodEnd' | 'description' | 'categoryId' | 'alertedPercent'>
    >,
    now: Date,
  ): Promise<Budget>;
  remove(id: string): Promise<void>;
  /** What was spent in each, by budget id: rows of the category's own type, in the budget's currency. */
  spent(spans: readonly BudgetSpan[]): Promise<Map<string, bigint>>;
}
