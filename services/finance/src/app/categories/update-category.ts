import { FlorinError, invalidField, notFound } from '@florin/errors';
import { requireParent, type Category, type CategoryType } from '../../domain/category.ts';
import { defined } from '../../domain/defined.ts';
import { requireFreeName } from './free-name.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Tx } from '../ports.ts';

export interface CategoryChanges {
  name?: string | undefined;
  icon?: string | undefined;
  colour?: string | null | undefined;
  order?: number | undefined;
  /** null: the first level */
  parentId?: string | null | undefined;
  /** only while nothing is filed under it */
  type?: CategoryType | undefined;
}

interface UpdateCategory {
  id: string;
  changes: CategoryChanges;
  /** whether another category of its level may not have the name (in `/v1`) */
  uniqueName?: boolean;
}

/**
 * Changes a category, or moves it to another place, once per key. Throws NOT_FOUND, INVALID_ARGUMENT for a place that it
 * can't have, CONFLICT for another type when transactions are filed under it, for another type or level when others stand
 * under it, or for a name that is taken.
 */
export async function updateCategory(
  { once, clock }: Pick<Deps, 'once' | 'clock'>,
  { ownerId, key, id, changes, uniqueName = false }: Keyed<UpdateCategory>,
): Promise<Category> {
  const asked = { scope: `${ownerId} update category`, key, request: { id, changes } };
  const { body } = await once(asked, async (tx) => {
    await tx.owners.lock(ownerId);
    const category = await tx.categories.find(ownerId, id, { lock: 'update' });
    if (!category) throw notFound('Category');
    const next: Category = { ...category, ...defined(changes) };
    const isMoved = next.parentId !== category.parentId;
    if (next.type !== category.type) {
      await requireUnused(tx, category);
      await tx.budgets.setType(ownerId, id, next.type);
    }
    if (next.type !== category.type || isMoved) await requirePlace(tx, category, next);
    const isRenamed = next.name !== category.name || next.type !== category.type || isMoved;
    if (uniqueName && isRenamed) await requireFreeName(tx, next, id);
    return tx.categories.update(id, changes, clock());
  });
  return body;
}

async function requireUnused(tx: Tx, { ownerId, id, slug }: Category): Promise<void> {
  if (slug === null && !(await tx.categories.isUsed(ownerId, id))) return;
  throw new FlorinError('CONFLICT', 'The type is fixed once transactions are filed under the category');
}

async function requirePlace(tx: Tx, { ownerId, id, parentId: before }: Category, next: Category): Promise<void> {
  const { parentId, type } = next;
  if (await tx.categories.hasChildren(ownerId, id)) {
    throw new FlorinError('CONFLICT', 'A category with others under it keeps its type and level');
  }
  if (parentId === id) throw invalidField('parentId', 'must be another category');
  if (parentId !== null) {
    const parent = await tx.categories.find(ownerId, parentId);
    if (!parent) throw notFound('Parent category');
    if (parentId === before && parent.type !== type) throw invalidField('type', 'must be that of the category above');
    requireParent(parent, type);
  }
  // deleted ones under it go along: their rows are still summed there
  await tx.categories.moveChildren(ownerId, id, parentId);
}
