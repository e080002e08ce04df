import type { Redis } from 'ioredis';
import { FlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { Config } from '../../config.ts';
import { addressBucket } from '../address.ts';
import type { ReplyHeaders } from '../header-list.ts';
import { memoryWindow, redisWindow, type RateWindow } from './rate-window.ts';

/** Both throw RATE_LIMITED with the seconds to wait, and tell in RateLimit-* headers what is left. */
export interface RateLimits {
  /** one call from an address that has not shown a known session */
  countAddress(ip: string, reply: ReplyHeaders): Promise<void>;
  /** one call of a signed-in person, from wherever */
  countUser(userId: string, reply: ReplyHeaders): Promise<void>;
}

const DEVELOPMENT_FACTOR = 10;

/** Limits per minute: per address for those who are not signed in (or claim to be for the first time), else per person. */
export function createRateLimits(
  config: Pick<Config, 'DEPLOYMENT' | 'RATE_LIMIT_ADDRESS_PER_MINUTE' | 'RATE_LIMIT_USER_PER_MINUTE'>,
  { clock, redis }: { clock: Clock; redis: Redis | undefined },
): RateLimits {
  const factor = config.DEPLOYMENT === 'development' ? DEVELOPMENT_FACTOR : 1;
  const limits = {
    address: config.RATE_LIMIT_ADDRESS_PER_MINUTE * factor,
    user: config.RATE_LIMIT_USER_PER_MINUTE * factor,
  };
  const open = (name: keyof typeof limits) =>
    redis ? redisWindow(redis, name, limits[name], clock) : memoryWindow(limits[name], clock);
  const addresses = open('address');
  const users = open('user');
  return {
    countAddress: (ip, reply) => count(addresses, addressBucket(ip), limits.address, reply),
    countUser: (userId, reply) => count(users, userId, limits.user, reply),
  };
}

async function count(window: RateWindow, key: string, limit: number, reply: ReplyHeaders): Promise<void> {
  const { left, resetMs } = await window.spend(key);
  const resetSeconds = Math.max(1, Math.ceil(resetMs / 1000));
  reply.setHeader('RateLimit-Limit', limit);
  reply.setHeader('RateLimit-Remaining', Math.max(0, left));
  reply.setHeader('RateLimit-Reset', resetSeconds);
  if (left >= 0) return;
  throw new FlorinError('RATE_LIMITED', `Too many requests: at most ${limit} a minute`, {
    retryAfterSeconds: resetSeconds,
  });
}
