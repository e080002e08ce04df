import { invalidField, notFound } from '@florin/errors';
import type { Budget } from '../../domain/budgets/budget.ts';
import type { CategoryType } from '../../domain/category.ts';
import type { Tx } from '../ports.ts';

interface Asked {
  categoryIds: readonly string[];
  tagIds: readonly string[];
  type: CategoryType;
  /** those it counts already, which may have been deleted meanwhile */
  known?: Pick<Budget, 'categoryIds' | 'tagIds'>;
}

const NONE = { categoryIds: [], tagIds: [] };

/**
 * Categories or tags of a budget and its type. Throws NOT_FOUND, INVALID_ARGUMENT for categories of several types, and for
 * categories and tags together.
 */
export async function filedUnder(
  tx: Pick<Tx, 'categories' | 'tags'>,
  ownerId: string,
  { known = NONE, type, ...asked }: Asked,
): Promise<Pick<Budget, 'categoryIds' | 'tagIds' | 'type'>> {
  const categoryIds = [...new Set(asked.categoryIds)].sort();
  const tagIds = [...new Set(asked.tagIds)].sort();
  if (categoryIds.length > 0 && tagIds.length > 0) throw invalidField('tagIds', 'must not be given with categories');
  await requireTags(
    tx,
    ownerId,
    tagIds.filter((id) => !known.tagIds.includes(id)),
  );
  const types = new Set<CategoryType>();
  for (const id of categoryIds) {
    const isKnown = known.categoryIds.includes(id);
    const category = await tx.categories.find(ownerId, id, { lock: 'share', archived: isKnown });
    if (!category) throw notFound('Category');
    types.add(category.type);
  }
  if (types.size > 1) throw invalidField('categoryIds', 'must be categories of one type');
  return { categoryIds, tagIds, type: [...types][0] ?? type };
}

/** Locks tags, so that none is deleted meanwhile. Throws NOT_FOUND. */
export async function requireTags({ tags }: Pick<Tx, 'tags'>, ownerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = new Set((await tags.byIds(ownerId, ids, 'share')).map(({ id }) => id));
  if (!ids.every((id) => found.has(id))) throw notFound('Tag');
}
