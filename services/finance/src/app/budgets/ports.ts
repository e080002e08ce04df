import type { Day } from '@florin/calendar';
import type { Budget } from '../../domain/budgets/budget.ts';
import type { CategoryType } from '../../domain/category.ts';
import type { Touched } from '../../domain/filing/touched.ts';
import type { Slice } from '../ports.ts';

/** What a budget counts: rows of its categories or tags and its currency, by periods that follow each other. */
export interface BudgetSpan extends Pick<Budget, 'id' | 'categoryIds' | 'tagIds' | 'type' | 'currency'> {
  /** first days of the periods, in order */
  starts: readonly Day[];
  /** the last day of the last one */
  end: Day;
}

export interface BudgetFilter {
  categoryId?: string | undefined;
  tagId?: string | undefined;
}

export interface BudgetStore {
  insert(budget: Budget): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Budget | undefined>;
  list(ownerId: string, filter: BudgetFilter, slice: Slice): Promise<Budget[]>;
  count(ownerId: string): Promise<number>;
  /** Which of them have budgets. */
  ownersAmong(ownerIds: readonly string[]): Promise<string[]>;
  /** The person's budgets that count any of the categories or tags and end on a day or later, locked in order of id. */
  lockTouched(ownerId: string, touched: Touched, endingFrom: Day): Promise<Budget[]>;
  /** Those over a tag, locked in order of id. */
  lockByTag(ownerId: string, tagId: string): Promise<Budget[]>;
  update(
    id: string,
    changes: Partial<Omit<Budget, 'id' | 'ownerId' | 'currency' | 'createdAt' | 'updatedAt'>>,
    now: Date,
  ): Promise<Budget>;
  /** Gives the budgets that are over this category alone its new type. */
  setType(ownerId: string, categoryId: string, type: CategoryType): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(ownerId: string): Promise<void>;
  /** What the person spent in each, by budget and first day of the period; periods without a row are left out. */
  spent(ownerId: string, spans: readonly BudgetSpan[]): Promise<Map<string, Map<Day, bigint>>>;
}
