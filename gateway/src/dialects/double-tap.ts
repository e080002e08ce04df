import { createHmac, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { isFlorinError, type ErrorCode, type FlorinError } from '@florin/errors';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Clock } from '@florin/service-kit';
import type { DialectReply } from './dialect.ts';

/** One write of a dialect, whose clients send no idempotency key. */
export interface Write {
  /** tells whether the reply was written, and when the client left */
  response: Pick<ServerResponse, 'once'>;
  dialect: string;
  /** all that makes this write the same as another: who, what, how much */
  parts: readonly string[];
  /** false: the same again is a second write as soon as the first was answered; default true */
  tap?: boolean;
}

/**
 * Keeps a write that is sent again from taking effect twice. The first try chooses an idempotency key. The key stays until
 * a reply that says how it ended, a success or a definite refusal, was written to the client; a repeat until then runs
 * under the same key, or gets the result where there is one. After a success the same again within the short window of a
 * double tap gets the first result, too.
 *
 * Keys are kept for ten minutes, in Redis where it is given; without it by each gateway for itself, and lost when it ends.
 */
export interface DoubleTap {
  run<T>(write: Write, work: (idempotencyKey: string) => Promise<T>): Promise<{ result: T; replayed: boolean }>;
}

export interface DoubleTapOptions {
  /** 0 turns the window of a double tap off; keys of unanswered writes are kept all the same */
  windowMs: number;
  /** dialects without that window */
  off: readonly string[];
  clock: Clock;
  /** of all gateways: a write may hold a password, which its name must not give away */
  secret: string;
  /** where several gateways agree on the key */
  redis?: Redis | undefined;
}

interface Try {
  key: Promise<string>;
  result?: Promise<unknown>;
  running: boolean;
  /** clients that still wait for the reply */
  waiting: number;
  /** epoch ms after which the same again is another write */
  until: number;
}

const MAX_TRIES = 50_000;
const KEEP_MS = 600_000;
/** Equal writes side by side without the window, e.g. two devices; more than these share a key. */
const MAX_SLOTS = 20;
/** After these the write may have happened. */
const UNDECIDED: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL']);

export function createDoubleTap({ windowMs, off, clock, secret, redis }: DoubleTapOptions): DoubleTap {
  const tries = new LRUCache<string, Try>({ max: MAX_TRIES });
  const now = () => clock().getTime();
  const keys = sharedKeys(redis);

  const slotOf = (name: string, window: number): string => {
    if (window > 0) return name;
    // without the window only a write that nobody waits for any more can be the one that is sent again
    const slots = Array.from({ length: MAX_SLOTS }, (_, slot) => `${name}${slot === 0 ? '' : `-${slot}`}`);
    return slots.find((slot) => (tries.get(slot)?.waiting ?? 0) === 0) ?? name;
  };
  const begin = (slot: string, window: number): Try => {
    // gateways without Redis agree on the key within one window
    const stamp = window > 0 ? String(Math.floor(now() / window)) : randomUUID();
    const begun: Try = {
      key: keys.choose(slot, `tap-${slot.slice(0, 46)}-${stamp}`),
      running: false,
      waiting: 0,
      until: now() + KEEP_MS,
    };
    tries.set(slot, begun);
    return begun;
  };
  const settle = (slot: string, held: Try, ms: number) => {
    if (tries.get(slot) !== held) return;
    held.until = Math.min(held.until, now() + ms);
    if (ms === 0) tries.delete(slot);
    else setTimeout(() => tries.get(slot) === held && !held.running && tries.delete(slot), ms).unref();
    keys.release(slot, ms);
  };
  return {
    run: async ({ response, dialect, parts, tap = true }, work) => {
      const window = tap && !off.includes(dialect) ? windowMs : 0;
      const slot = slotOf(nameOf(secret, dialect, parts), window);
      const found = tries.get(slot);
      const held = found && (found.running || now() < found.until) ? found : begin(slot, window);
      const replayed = held.result !== undefined;
      const done = start(held, work);
      watch(response, held, (outcome) => {
        if (outcome !== 'undecided') settle(slot, held, outcome === 'done' ? window : 0);
      });
      return { result: await done, replayed };
    },
  };
}

function nameOf(secret: string, dialect: string, parts: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([dialect, ...parts]))
    .digest('base64url');
}

/** Joins the run under way, or its result; runs it (again) when there is neither. */
function start<T>(held: Try, work: (idempotencyKey: string) => Promise<T>): Promise<T> {
  if (held.result) return held.result as Promise<T>;
  const result = held.key.then(work);
  held.result = result;
  held.running = true;
  const ended = (kept: boolean) => {
    held.running = false;
    if (!kept) delete held.result;
  };
  result.then(
    (value) => ended(!isRefusal(value)),
    () => ended(false),
  );
  return result;
}

function isDefinite(error: unknown): boolean {
  return isFlorinError(error) && !UNDECIDED.has(error.code) && !isUnderWay(error);
}

/** What a service answers a repeat that came while the first try still ran. */
export function isUnderWay({ code, retryAfterSeconds }: FlorinError): boolean {
  return code === 'CONFLICT' && retryAfterSeconds !== undefined;
}

/** A reply that says why nothing was done. */
function isRefusal(result: unknown): boolean {
  return ((result as DialectReply | undefined)?.status ?? 200) >= 400;
}

/** Tells how the write ended once the reply was written; never, when the client was gone before that. */
function watch(
  response: Write['response'],
  held: Try,
  ended: (outcome: 'done' | 'refused' | 'undecided') => void,
): void {
  const outcome = held.result?.then(
    (value) => (isRefusal(value) ? ('refused' as const) : ('done' as const)),
    (error: unknown) => (isDefinite(error) ? ('refused' as const) : ('undecided' as const)),
  );
  held.waiting += 1;
  response.once('finish', () => void outcome?.then(ended));
  response.once('close', () => (held.waiting -= 1));
}

/** Keys that all gateways see. Without Redis, and while it is away, each goes by what it chose itself. */
function sharedKeys(redis: Redis | undefined) {
  const name = (slot: string) => `florin:write:${slot}`;
  const ready = () => (redis?.status === 'ready' ? redis : undefined);
  return {
    choose: async (slot: string, key: string): Promise<string> => {
      try {
        const first = await ready()?.set(name(slot), key, 'PX', KEEP_MS, 'NX');
        return first === null ? ((await ready()?.get(name(slot))) ?? key) : key;
      } catch {
        return key;
      }
    },
    release: (slot: string, ms: number): void => {
      const released = ms === 0 ? ready()?.del(name(slot)) : ready()?.pexpire(name(slot), ms);
      released?.catch(() => undefined);
    },
  };
}
