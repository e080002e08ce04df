import { notFound } from '@florin/errors';
import type { Category, CategoryType } from '../../domain/category.ts';
import { categoriesOf, type Split } from '../../domain/filing/split.ts';
import { typeOfNew } from '../../domain/transaction.ts';
import type { Tx } from '../ports.ts';

interface Filing {
  categoryId?: string | null | undefined;
  splits?: readonly Split[] | undefined;
}

/**
 * The categories that a row is filed under, locked; the first is that of its first part. Throws NOT_FOUND, also for a deleted
 * one unless the row is under it already (`kept`).
 */
export async function categoriesFor(
  tx: Pick<Tx, 'categories'>,
  ownerId: string,
  { categoryId = null, splits = [] }: Filing,
  kept: readonly string[] = [],
): Promise<Category[]> {
  const ids = categoriesOf([{ categoryId, splits }]);
  const found = await tx.categories.byIds(ownerId, ids, 'share');
  return ids.map((id) => {
    const category = found.find((each) => each.id === id && (!each.archived || kept.includes(id)));
    if (!category) throw notFound('Category');
    return category;
  });
}

/**
 * The type of a row under categories: the first one's when none is asked for. Income and expense may be mixed, since a part
 * goes its own way; debt stands with debt only. Throws INVALID_ARGUMENT on `type`.
 */
export function typeOfAll(categories: readonly Category[], asked: CategoryType | undefined): CategoryType {
  const [first] = categories;
  if (!first) throw notFound('Category');
  const type = asked ?? first.type;
  for (const category of categories) typeOfNew(category, type);
  return type;
}
