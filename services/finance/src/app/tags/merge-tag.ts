import { invalidField, notFound } from '@florin/errors';
import type { Tag } from '../../domain/filing/tag.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once } from '../ports.ts';

interface MergeTag {
  id: string;
  intoId: string;
}

/** Gives every transaction of a tag another one, deletes it and returns the other, once per key. Throws NOT_FOUND, INVALID_ARGUMENT on `into`. */
export async function mergeTag(
  { once }: Pick<Deps, 'once'>,
  { ownerId, key, id, intoId }: Keyed<MergeTag>,
): Promise<Once<Tag>> {
  if (id === intoId) throw invalidField('into', 'must be another tag');
  return once({ scope: `${ownerId} merge tag`, key, request: { id, intoId } }, async (tx) => {
    const found = new Map<string, Tag>();
    // one order of locks for merges the other way round
    for (const each of [id, intoId].sort()) {
      const tag = await tx.tags.find(ownerId, each, 'update');
      if (!tag) throw notFound('Tag');
      found.set(each, tag);
    }
    await tx.tags.mergeInto(ownerId, id, intoId);
    const into = found.get(intoId);
    if (!into) throw notFound('Tag');
    return into;
  });
}
