import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Takes a tag off all transactions and deletes it. Throws NOT_FOUND. */
export async function deleteTag(
  { transact }: Pick<Deps, 'transact'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<void> {
  await transact(async (tx) => {
    if (!(await tx.tags.find(ownerId, id, 'update'))) throw notFound('Tag');
    await tx.tags.remove(ownerId, id);
  });
}
