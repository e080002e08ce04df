import { invalidField, notFound } from '@florin/errors';
import type { Budget } from '../../domain/budgets/budget.ts';
import type { CategoryType } from '../../domain/category.ts';
import type { Tx } from '../ports.ts';

/** Categories of a budget and their type. Throws NOT_FOUND, INVALID_ARGUMENT for categories of several types. */
export async function filedUnder(
  { categories }: Pick<Tx, 'categories'>,
  ownerId: string,
  asked: { categoryIds: readonly string[]; type: CategoryType; known?: readonly string[] },
): Promise<Pick<Budget, 'categoryIds' | 'type'>> {
  const { known = [], type } = asked;
  const categoryIds = [...new Set(asked.categoryIds)].sort();
  const types = new Set<CategoryType>();
  for (const id of categoryIds) {
    // one that was deleted meanwhile may stay
    const category = await categories.find(ownerId, id, { lock: 'share', archived: known.includes(id) });
    if (!category) throw notFound('Category');
    types.add(category.type);
  }
  if (types.size > 1) throw invalidField('categoryIds', 'must be categories of one type');
  return { categoryIds, type: [...types][0] ?? type };
}
