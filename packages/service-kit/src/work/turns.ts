import { FlorinError } from '@florin/errors';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../ids.ts';
import { createLimit } from './limit.ts';

export interface TurnOptions {
  clock: Clock;
  /** work of one person under way at a time */
  atOnce: number;
  perMinute: number;
  /** the refusal in words */
  message: string;
}

/** Does the work and ends the turn, whatever comes of it. */
export async function inTurn<T>(done: () => void, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    done();
  }
}

const MINUTE_MS = 60_000;
const MAX_PEOPLE = 10_000;

/**
 * Gives each person a share of work that costs, so that nobody waits for somebody else's. Returns what ends the turn; throws
 * RATE_LIMITED to one who has too much under way, or had too much this minute. Counted in this process.
 */
export function createTurns({ clock, atOnce, perMinute, message }: TurnOptions): (userId: string) => () => void {
  const people = new LRUCache<string, { startedAt: number; count: number; underWay: number }>({ max: MAX_PEOPLE });
  return (userId) => {
    const now = clock().getTime();
    const known = people.get(userId) ?? { startedAt: now, count: 0, underWay: 0 };
    if (now - known.startedAt >= MINUTE_MS) Object.assign(known, { startedAt: now, count: 0 });
    if (known.underWay >= atOnce || known.count >= perMinute) {
      const retryAfterSeconds =
        known.underWay >= atOnce ? 1 : Math.max(1, Math.ceil((known.startedAt + MINUTE_MS - now) / 1_000));
      throw new FlorinError('RATE_LIMITED', message, { retryAfterSeconds });
    }
    known.count += 1;
    known.underWay += 1;
    people.set(userId, known);
    return () => {
      known.underWay -= 1;
    };
  };
}

/** Runs a person's work within the person's turns and at most `inAll` pieces at once; others wait in order. */
export type Share = <T>(userId: string, work: () => Promise<T>) => Promise<T>;

export function createShare({ inAll, ...turns }: TurnOptions & { inAll: number }): Share {
  const takeTurn = createTurns(turns);
  const places = createLimit(inAll);
  return (userId, work) => inTurn(takeTurn(userId), () => places.run(work));
}
