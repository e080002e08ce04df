import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import { countTags, type CountedTag } from './count-tags.ts';
import type { TagFilter } from './ports.ts';

/** The person's tags with how many rows each has, oldest first. */
export async function listTags(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter, slice }: { ownerId: string; filter: TagFilter; slice: Slice },
): Promise<CountedTag[]> {
  return countTags(stores, await stores.tags.list(ownerId, filter, slice));
}
