import { MAX_FRIENDS } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';

/** Ids of all friends, at most 5,000. */
export async function listFriendIds({ relations }: Pick<Deps, 'relations'>, userId: string): Promise<string[]> {
  return (await relations.listFriends(userId, { limit: MAX_FRIENDS })).items;
}
