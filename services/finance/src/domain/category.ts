import { invalidField } from '@florin/errors';

export type CategoryType = 'income' | 'expense' | 'debt';
export const CATEGORY_TYPES = ['income', 'expense', 'debt'] as const satisfies readonly CategoryType[];

export interface Category {
  id: string;
  ownerId: string;
  name: string;
  type: CategoryType;
  icon: string;
  /** `#rrggbb` */
  colour: string | null;
  /** the category of the first level above it; null: it is of the first level itself */
  parentId: string | null;
  /** lists go by it, then by age */
  order: number;
  /** names one that the service files rows under by itself */
  slug: string | null;
  archived: boolean;
  /** what it was merged into */
  mergedInto: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Throws INVALID_ARGUMENT on `parentId` for a category that none of the type may stand under: there are two levels. */
export function requireParent(parent: Category, type: CategoryType): void {
  if (parent.parentId !== null) throw invalidField('parentId', 'must be a category of the first level');
  if (parent.type !== type) throw invalidField('parentId', `must be a category of type ${type}`);
}

/**
 * Where a category stands when another is merged into it, and where those under the other go: under it, or beside it when
 * it stands under one itself. One that stood under the other takes its place.
 */
export function placesAfterMerge(from: Category, into: Category): { into: string | null; children: string } {
  const parentId = into.parentId === from.id ? null : into.parentId;
  return { into: parentId, children: parentId ?? into.id };
}
