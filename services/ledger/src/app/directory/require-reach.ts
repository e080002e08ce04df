import { FlorinError } from '@florin/errors';
import type { ReachPurpose } from '../feed/ports.ts';
import type { Deps } from '../index.ts';
import { unknownUser } from './directory.ts';

interface RequireReach {
  userId: string;
  others: readonly { userId: string; path: string }[];
  purpose: ReachPurpose;
}

/**
 * Throws unless the person reaches all the others: NOT_FOUND naming the path for one who has blocked them, which looks as
 * for somebody who is not there; CONFLICT for one whom they have blocked; FORBIDDEN for one who does not take requests.
 */
export async function requireReach(
  { friends }: Pick<Deps, 'friends'>,
  { userId, others, purpose }: RequireReach,
): Promise<void> {
  const asked = others.filter((other) => other.userId !== userId);
  if (asked.length === 0) return;
  const ids = asked.map((other) => other.userId);
  const reach = await friends.reach(userId, ids, purpose);
  for (const [index, { path }] of asked.entries()) {
    if (reach[index] === 'hidden') throw unknownUser(path);
    if (reach[index] === 'blocked') throw new FlorinError('CONFLICT', `${path}: you have blocked this person`);
    if (reach[index] === 'refused') {
      throw new FlorinError('FORBIDDEN', `${path}: this person does not take payment requests from you`);
    }
  }
}
