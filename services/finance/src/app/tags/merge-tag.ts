import { invalidField, notFound } from '@florin/errors';
import type { Tag } from '../../domain/filing/tag.ts';
import type { Deps } from '../index.ts';

interface MergeTag {
  ownerId: string;
  id: string;
  intoId: string;
}

/** Gives every transaction of a tag another one, deletes it and returns the other. Throws NOT_FOUND, INVALID_ARGUMENT on `into`. */
export async function mergeTag({ transact }: Pick<Deps, 'transact'>, { ownerId, id, intoId }: MergeTag): Promise<Tag> {
  if (id === intoId) throw invalidField('into', 'must be another tag');
  return transact(async (tx) => {
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
