import type { Period } from '@florin/calendar';
import type { Budget } from '../../domain/budget.ts';
import type { Slice } from '../ports.ts';

/** What a budget counts: rows of its category, currency and days. */
export interface BudgetSpan {
  budgetId: string;
  ownerId: string;
  categoryId: string;
  currency: string;
  period: Period;
}

export interface BudgetStore {
  insert(budget: Budget): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Budget | undefined>;
  list(ownerId: string, filter: { categoryId?: string | undefined }, slice: Slice): Promise<Budget[]>;
  count(ownerId: string): Promise<number>;
  /** The person's budgets on the categories, locked in order of id. */
  lockByCategories(ownerId: string, categoryIds: readonly string[]): Promise<Budget[]>;
  update(
    id: string,
    changes: Partial<
      Pick<Budget, 'amount' | 'periodStart' | 'periodEnd' | 'description' | 'categoryId' | 'alertedPercent'>
    >,
    now: Date,
  ): Promise<Budget>;
  remove(id: string): Promise<void>;
  removeAll(ownerId: string): Promise<void>;
  /** What was spent in each, by budget id: rows of the category's own type, in the budget's currency. */
  spent(spans: readonly BudgetSpan[]): Promise<Map<string, bigint>>;
}
