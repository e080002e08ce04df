import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';

/** Ends a friendship. Throws NOT_FOUND when there is none. */
export async function endFriendship(
  { relations }: Pick<Deps, 'relations'>,
  { userId, otherId }: { userId: string; otherId: string },
): Promise<void> {
  if (!(await relations.unfriend(userId, otherId))) throw notFound('friend');
}
