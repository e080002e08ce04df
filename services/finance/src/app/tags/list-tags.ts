import type { Tag } from '../../domain/filing/tag.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import type { TagFilter } from './ports.ts';

/** The person's tags, oldest first. */
export async function listTags(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter, slice }: { ownerId: string; filter: TagFilter; slice: Slice },
): Promise<Tag[]> {
  return stores.tags.list(ownerId, filter, slice);
}
