import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Clock, Logger, Step } from '@florin/service-kit';

export interface Spent {
  /** calls left in this window; below 0 when the limit is passed */
  left: number;
  resetMs: number;
}

/** Counts calls per key in windows of one minute. */
export interface RateWindow {
  spend(key: string): Promise<Spent>;
}

export const WINDOW_MS = 60_000;
const MAX_KEYS = 100_000;

/** Counts in this process. Over 100,000 keys in a minute the longest unseen is forgotten, so memory stays bounded. */
export function memoryWindow(limit: number, clock: Clock): RateWindow {
  const windows = new LRUCache<string, { count: number; endsAt: number }>({ max: MAX_KEYS });
  return {
    spend: (key) => {
      const now = clock().getTime();
      const held = windows.get(key);
      const window = held && held.endsAt > now ? held : { count: 0, endsAt: now + WINDOW_MS };
      window.count += 1;
      if (window !== held) windows.set(key, window);
      return Promise.resolve({ left: limit - window.count, resetMs: window.endsAt - now });
    },
  };
}

/** Counts in Redis, for all gateways together; in this process while Redis does not answer. */
export function redisWindow(client: Redis, name: string, limit: number, clock: Clock): RateWindow {
  const limiter = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: `florin:rate:${name}`,
    points: limit,
    duration: WINDOW_MS / 1000,
    rejectIfRedisNotReady: true,
  });
  const fallback = memoryWindow(limit, clock);
  return {
    spend: async (key) => {
      try {
        return fromLimiter(await limiter.consume(key), limit);
      } catch (refused) {
        return refused instanceof RateLimiterRes ? fromLimiter(refused, limit) : fallback.spend(key);
      }
    },
  };
}

function fromLimiter({ consumedPoints, msBeforeNext }: RateLimiterRes, limit: number): Spent {
  return { left: limit - consumedPoints, resetMs: msBeforeNext };
}

/** A Redis connection that fails fast: a limit must never hold up a request. */
export function connectRedis(url: string, logger: Logger): Redis {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    commandTimeout: 250,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
  });
  client.on('error', (error) => {
    logger.warn({ err: error }, 'redis is not reachable; limits are counted in memory');
  });
  return client;
}

/** Starts and ends the connection, where there is one. It is not waited for: limits are counted in memory until it answers. */
export function redisStep(redis: Redis | undefined): Step {
  return {
    name: 'redis',
    start: () => void redis?.connect().catch(() => undefined),
    stop: () => redis?.disconnect(),
  };
}
