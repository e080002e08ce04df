import { LRUCache } from 'lru-cache';
import { isFlorinError } from '@florin/errors';
import type { Logger, ServiceClient } from '@florin/service-kit';
import type { FriendDirectory, Reach, ReachPurpose } from '../app/feed/ports.ts';

type UsersClient = ServiceClient<'users'>;

/** so long a block may take until it holds for payments too */
const FRESH_MS = 2_000;
const MAX_REMEMBERED = 50_000;
const REACHES: readonly string[] = ['open', 'hidden', 'blocked', 'refused'] satisfies Reach[];

/**
 * Remembers answers for two seconds, so that a person who pays often is asked about once. While users does not answer,
 * payments go on: a block that comes late harms less than a ledger that stands still with its neighbour.
 */
export function createReach(users: Pick<UsersClient, 'checkReach'>, logger: Logger): FriendDirectory['reach'] {
  const known = new LRUCache<string, Reach>({ max: MAX_REMEMBERED, ttl: FRESH_MS });
  return async (userId, otherIds, purpose) => {
    const keyOf = (otherId: string) => `${purpose} ${userId} ${otherId}`;
    const missing = otherIds.filter((otherId) => !known.has(keyOf(otherId)));
    if (missing.length > 0) {
      const reach = await ask(users, { userId, otherIds: missing, purpose }, logger);
      for (const [index, otherId] of missing.entries()) known.set(keyOf(otherId), reach[index] ?? 'open');
    }
    return otherIds.map((otherId) => known.get(keyOf(otherId)) ?? 'open');
  };
}

async function ask(
  users: Pick<UsersClient, 'checkReach'>,
  request: { userId: string; otherIds: string[]; purpose: ReachPurpose },
  logger: Logger,
): Promise<Reach[]> {
  try {
    const { reach } = await users.checkReach(request);
    return reach.map((each) => (REACHES.includes(each) ? (each as Reach) : 'open'));
  } catch (error) {
    if (!isFlorinError(error) || error.code !== 'UNAVAILABLE') throw error;
    logger.warn({ err: error }, 'users does not answer: payments go on without a look at blocks');
    return request.otherIds.map(() => 'open');
  }
}
