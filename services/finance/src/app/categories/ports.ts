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
  byIds(ownerId: string, ids: readonly string[], lock?: 'share'): Promise<Category[]>;
  /** Everybody's named by owner and id, archived ones too, locked against changes in order of id. */
  lockAll(pairs: readonly { ownerId: string; id: string }[]): Promise<Category[]>;
  bySlugs(pairs: readonly { ownerId: string; slug: string }[]): Promise<Category[]>;
  list(ownerId: string, filter: CategoryFilter, slice: Slice): Promise<Category[]>;
  count(ownerId: string): Promise<number>;
  /** The order of the last one in lists; 0 when there is none. */
  lastOrder(ownerId: string): Promise<number>;
  /** Puts those named first, in their order; archived ones have none. */
  reorder(ownerId: string, ids: readonly string[], now: Date): Promise<void>;
  /** Whether others stand under it; archived ones don't count. */
  hasChildren(ownerId: string, id: string): Promise<boolean>;
  /** Moves those under it, archived ones too. */
  moveChildren(ownerId: string, id: string, toParentId: string | null): Promise<void>;
  update(
    id: string,
    changes: Partial<Pick<Category, 'name' | 'icon' | 'colour' | 'order' | 'parentId' | 'type' | 'archived'>>,
    now: Date,
  ): Promise<Category>;
  /** Moves rows, budgets and what recurs of one category to another, follows those merged into it before, and archives it. */
  mergeInto(ownerId: string, id: string, intoId: string, now: Date): Promise<void>;
  /** Whether the person has one of this name, type and level, whatever its case; archived ones don't count. */
  hasName(category: Pick<Category, 'ownerId' | 'name' | 'type' | 'parentId'>, exceptId?: string): Promise<boolean>;
  /** Whether any transaction, in whatever state, is filed under it. */
  isUsed(ownerId: string, id: string): Promise<boolean>;
}
