import type { Category } from '../../domain/category.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Slice } from '../ports.ts';
import type { CategoryFilter } from './ports.ts';

/** The person's categories in their order, then oldest first; the default ones are made when it is the first time. */
export async function listCategories(
  deps: Pick<Deps, 'stores'> & GiveCategories,
  { ownerId, filter = {}, slice }: { ownerId: string; filter?: CategoryFilter; slice: Slice },
): Promise<Category[]> {
  await giveCategories(deps, ownerId);
  return deps.stores.categories.list(ownerId, filter, slice);
}
