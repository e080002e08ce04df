import { notFound } from '@florin/errors';
import type { Category } from '../../domain/category.ts';
import type { Deps } from '../index.ts';

/** One of the person's categories. Throws NOT_FOUND, also for a deleted one or another person's. */
export async function getCategory(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Category> {
  const found = await stores.categories.find(ownerId, id);
  if (!found) throw notFound('Category');
  return found;
}
