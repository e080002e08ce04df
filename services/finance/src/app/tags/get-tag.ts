import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import { countTag, type CountedTag } from './count-tags.ts';

/** One of the person's tags. Throws NOT_FOUND, also for another person's. */
export async function getTag(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<CountedTag> {
  const found = await stores.tags.find(ownerId, id);
  if (!found) throw notFound('Tag');
  return countTag(stores, found);
}
