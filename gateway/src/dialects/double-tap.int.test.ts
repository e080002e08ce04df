import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Redis } from 'ioredis';
import { FlorinError } from '@florin/errors';
import { newId, systemClock } from '@florin/service-kit';
import { TEST_SECRET, waitFor } from '@florin/testing';
import { createDoubleTap } from './double-tap.ts';

/** A real Redis, where one answers: REDIS_URL or the one of this machine. */
const url = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const answering = await connect();
if (!answering) console.warn(`the keys of writes were not kept in Redis: none answers at ${url}`);
const withRedis = answering ? describe : describe.skip;
answering?.disconnect();

async function connect(): Promise<Redis | undefined> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return redis;
  } catch {
    redis.disconnect();
    return undefined;
  }
}

withRedis('two gateways that share a Redis', () => {
  const opened: Redis[] = [];
  afterAll(() => {
    for (const redis of opened) redis.disconnect();
  });

  /** One gateway: sends the same write, answers the key it ran under. */
  async function gateway(windowMs = 2_000) {
    const redis = (await connect())!;
    opened.push(redis);
    const taps = createDoubleTap({ windowMs, off: [], clock: systemClock, secret: TEST_SECRET, redis });
    return async (parts: string[], fail?: FlorinError): Promise<string> => {
      const res = new EventEmitter();
      let used = '';
      const work = (key: string) => {
        used = key;
        return fail ? Promise.reject(fail) : Promise.resolve('posted');
      };
      await taps.run({ response: res as ServerResponse, dialect: 'spotme', parts }, work).catch(() => undefined);
      res.emit('finish');
      res.emit('close');
      return used;
    };
  }
  const lost = new FlorinError('DEADLINE_EXCEEDED', 'no answer');
  const refused = new FlorinError('INSUFFICIENT_FUNDS', 'too little');
  const ttl = async (key: string) => {
    const redis = opened[0]!;
    for (const name of await redis.keys('florin:write:*')) if ((await redis.get(name)) === key) return redis.pttl(name);
    return -2;
  };

  test('a write whose outcome one does not know runs under the same key at the other', async () => {
    const [one, other] = [await gateway(), await gateway()];
    const parts = [newId()];
    const key = await one(parts, lost);
    expect(await ttl(key)).toBeGreaterThan(590_000);
    expect(await other(parts, lost)).toBe(key);
    expect(await (await gateway())(parts)).toBe(key);
  });

  test('after a success the key lasts as long as a double tap, and no longer', async () => {
    const [one, other] = [await gateway(500), await gateway(500)];
    const parts = [newId()];
    const key = await one(parts);
    expect(await other(parts)).toBe(key);
    await waitFor(async () => (await ttl(key)) === -2);
    expect(await (await gateway(500))(parts)).not.toBe(key);
  });

  test('after a definite refusal no key is kept', async () => {
    const key = await (await gateway())([newId()], refused);
    await waitFor(async () => (await ttl(key)) === -2);
  });

  test('without Redis each gateway keeps its keys for itself', async () => {
    const taps = [1, 2].map(() => createDoubleTap({ windowMs: 0, off: [], clock: systemClock, secret: TEST_SECRET }));
    const parts = [newId()];
    const keys: string[] = [];
    for (const each of taps) {
      const response = new EventEmitter() as ServerResponse;
      await each.run({ response, dialect: 'spotme', parts }, (key) => Promise.resolve(keys.push(key)));
    }
    expect(new Set(keys).size).toBe(2);
  });
});
