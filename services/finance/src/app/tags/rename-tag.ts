import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import { countTag, type CountedTag } from './count-tags.ts';
import { requireFreeTag } from './free-tag.ts';

interface RenameTag {
  ownerId: string;
  id: string;
  changes: { name: string };
}

/** Gives a tag another name, in all its transactions. Throws NOT_FOUND, CONFLICT for a name that another has: merge them. */
export async function renameTag(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, id, changes: { name } }: RenameTag,
): Promise<CountedTag> {
  return transact(async (tx) => {
    await requireFreeTag(tx, ownerId, name, id);
    if (!(await tx.tags.find(ownerId, id, 'update'))) throw notFound('Tag');
    return countTag(tx, await tx.tags.rename(ownerId, id, name, clock()));
  });
}
