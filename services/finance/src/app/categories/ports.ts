import type { Category, CategoryType } from '../../domain/category.ts';
import type { Slice } from '../ports.ts';

export interface CategoryFilter {
  type?: CategoryType | undefined;
  search?: string | undefined;
}

export interface CategoryStore {
  insert(categories: readonly Category[]): Promise<void>;
  /** Not the archived ones, unless asked. */
  find(
    ownerId: string,
    id: string,
    options?: { archived?: boolean; lock?: 'share' | 'update' },
  ): Promise<Category | undefined>;
  /** Archived ones too. */
  byIds(ownerId: string, ids: readonly string[]): Promise<Category[]>;
  bySlugs(pairs: readonly { ownerId: string; slug: string }[]): Promise<Category[]>;
  list(ownerId: string, filter: CategoryFilter, slice: Slice): Promise<Category[]>;
  count(ownerId: string): Promise<number>;
  update(
    id: string,
    changes: Partial<Pick<Category, 'name' | 'icon' | 'type' | 'archived'>>,
    now: Date,
  ): Promise<Category>;
  /** Whether any transaction, in whatever state, is filed under it. */
  isUsed(ownerId: string, id: string): Promise<boolean>;
}
