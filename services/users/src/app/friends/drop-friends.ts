import type { Deps } from '../index.ts';

/** Ends the friendships and open requests that a person had at an instant. */
export async function dropFriends(
  { relations }: Pick<Deps, 'relations'>,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await relations.forget(userId, at);
}
