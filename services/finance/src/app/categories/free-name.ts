import { FlorinError } from '@florin/errors';
import type { Category } from '../../domain/category.ts';
import type { Tx } from '../ports.ts';

/** Throws CONFLICT when another category of this type has the name in the same level. The owner must be locked. */
export async function requireFreeName(
  tx: Tx,
  category: Pick<Category, 'ownerId' | 'name' | 'type' | 'parentId'>,
  exceptId?: string,
): Promise<void> {
  if (!(await tx.categories.hasName(category, exceptId))) return;
  throw new FlorinError('CONFLICT', `There is a category named ${category.name} already`);
}
