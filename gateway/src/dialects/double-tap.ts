import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Clock } from '@florin/service-kit';

/** Keeps a send that arrives twice, as from an impatient finger, from being posted twice. */
export interface DoubleTap {
  /**
   * Runs `work` with an idempotency key. The same `parts` again while the first runs, or within the window after it
   * came, get the first's result; after a failure they run again under the same key, so that nothing is posted twice.
   */
  run<T>(dialect: string, parts: readonly string[], work: (idempotencyKey: string) => Promise<T>): Promise<T>;
}

export interface DoubleTapOptions {
  /** 0 turns it off */
  windowMs: number;
  /** dialects that are to post every send */
  off: readonly string[];
  clock: Clock;
  /** where several gateways agree on the key; without it they agree within one time bucket */
  redis?: Redis | undefined;
}

interface Tap {
  key: Promise<string>;
  until: number;
  result?: Promise<unknown>;
  running: boolean;
}

const MAX_TAPS = 50_000;

export function createDoubleTap({ windowMs, off, clock, redis }: DoubleTapOptions): DoubleTap {
  const taps = new LRUCache<string, Tap>({ max: MAX_TAPS });
  const chooseKey = async (name: string, now: number): Promise<string> => {
    // two gateways give the same key in the same bucket; Redis makes that exact over the bucket's edge
    const key = `tap-${name.slice(0, 43)}-${Math.floor(now / windowMs)}`;
    if (redis?.status !== 'ready') return key;
    try {
      const first = await redis.set(`florin:tap:${name}`, key, 'PX', windowMs, 'NX');
      return first === 'OK' ? key : ((await redis.get(`florin:tap:${name}`)) ?? key);
    } catch {
      return key;
    }
  };
  const start = <T>(tap: Tap, work: (idempotencyKey: string) => Promise<T>): Promise<T> => {
    const result = tap.key.then(work);
    tap.result = result;
    tap.running = true;
    result.then(
      () => (tap.running = false),
      () => {
        tap.running = false;
        delete tap.result;
      },
    );
    return result;
  };
  return {
    run: (dialect, parts, work) => {
      const now = clock().getTime();
      const name = createHash('sha256')
        .update(JSON.stringify([dialect, ...parts]))
        .digest('base64url');
      if (windowMs === 0 || off.includes(dialect)) return work(`send-${name.slice(0, 20)}-${randomUUID()}`);
      const held = taps.get(name);
      if (held && (held.running || now < held.until)) {
        return (held.result as ReturnType<typeof work> | undefined) ?? start(held, work);
      }
      const tap: Tap = { key: chooseKey(name, now), until: now + windowMs, running: false };
      taps.set(name, tap);
      return start(tap, work);
    },
  };
}
