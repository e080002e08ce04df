import { notFound } from '@florin/errors';
import type { Tag } from '../../domain/filing/tag.ts';
import type { Deps } from '../index.ts';

/** One of the person's tags. Throws NOT_FOUND, also for another person's. */
export async function getTag(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Tag> {
  const found = await stores.tags.find(ownerId, id);
  if (!found) throw notFound('Tag');
  return found;
}
