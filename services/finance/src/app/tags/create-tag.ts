import type { Tag } from '../../domain/filing/tag.ts';
import { MAX_TAGS, requireRoom } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once } from '../ports.ts';
import type { CountedTag } from './count-tags.ts';
import { requireFreeTag } from './free-tag.ts';

/** Makes a tag; using one in a transaction does too. Throws CONFLICT for a name that is taken, LIMIT_EXCEEDED beyond 500. */
export async function createTag(
  { once, clock, newId }: Pick<Deps, 'once' | 'clock' | 'newId'>,
  { ownerId, key, ...input }: Keyed<{ name: string }>,
): Promise<Once<CountedTag>> {
  return once({ scope: `${ownerId} create tag`, key, request: input }, async (tx) => {
    await requireFreeTag(tx, ownerId, input.name);
    requireRoom(await tx.tags.count(ownerId), MAX_TAGS, 'tags');
    const now = clock();
    const made: Tag = { id: newId(), ownerId, name: input.name, createdAt: now, updatedAt: now };
    await tx.tags.insert([made]);
    return { ...made, count: 0 };
  });
}
