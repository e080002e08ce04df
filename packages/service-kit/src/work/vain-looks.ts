import { FlorinError } from '@florin/errors';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../ids.ts';

/** Runs a person's look-up of somebody by an address. Throws RATE_LIMITED to one who has looked in vain too often. */
export type LookUp = <T>(userId: string, look: () => Promise<T | undefined>) => Promise<T | undefined>;

const HOUR_MS = 3_600_000;
const MOST_IN_VAIN = 50;
const MAX_PEOPLE = 10_000;

/**
 * So that nobody finds out by trying which addresses have an account: after 50 look-ups in vain within an hour a person
 * makes none till its end. What is found costs nothing. Counted in this process.
 */
export function createLookUp(clock: Clock): LookUp {
  const people = new LRUCache<string, { startedAt: number; inVain: number }>({ max: MAX_PEOPLE });
  return async (userId, look) => {
    const now = clock().getTime();
    const known = people.get(userId);
    const window = known && now - known.startedAt < HOUR_MS ? known : { startedAt: now, inVain: 0 };
    if (window !== known) people.set(userId, window);
    if (window.inVain >= MOST_IN_VAIN) {
      const retryAfterSeconds = Math.ceil((window.startedAt + HOUR_MS - now) / 1_000);
      throw new FlorinError('RATE_LIMITED', 'You looked for too many people in vain', { retryAfterSeconds });
    }
    const found = await look();
    if (found === undefined) window.inVain += 1;
    return found;
  };
}
