import { FlorinError } from '@florin/errors';
import type { Category } from '../../domain/category.ts';
import type { Tx } from '../ports.ts';

/** Throws CONFLICT when the person has another category of this name and type. The owner's row keeps two at once apart. */
export async function requireFreeName(
  tx: Tx,
  category: Pick<Category, 'ownerId' | 'name' | 'type'>,
  exceptId?: string,
): Promise<void> {
  await tx.owners.lock(category.ownerId);
  if (!(await tx.categories.hasName(category, exceptId))) return;
  throw new FlorinError('CONFLICT', `There is a category named ${category.name} already`);
}
