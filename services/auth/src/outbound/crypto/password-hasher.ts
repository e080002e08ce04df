import { createHmac } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import bcrypt from 'bcrypt';
import { FlorinError } from '@florin/errors';
import { createLimit, deriveKey } from '@florin/service-kit';
import type { PasswordHasher } from '../../app/passwords/ports.ts';
import { lowerHashThreads } from './thread-priority.ts';

export interface Pepper {
  id: string;
  secret: string;
}

export interface HasherOptions {
  cost: number;
  concurrency: number;
  /** hashes that may wait; one more is refused with UNAVAILABLE */
  queue: number;
  /** the first is used for new hashes */
  peppers: readonly [Pepper, ...Pepper[]];
}

/**
 * bcrypt over HMAC-SHA-256 of the whole password under a pepper, so that nothing is cut at 72 bytes and a stolen
 * table alone can't be guessed at. Stored as `<pepper id>:<bcrypt>`. Runs on libuv's threads, so many at once and no
 * more. Throws UNAVAILABLE when too many wait.
 */
export function createPasswordHasher({ cost, concurrency, queue, peppers }: HasherOptions): PasswordHasher {
  const limit = createLimit(concurrency, { queue, refuse });
  const [current] = peppers;
  let dummy: Promise<string> | undefined;
  let lowered = false;
  // V8 compacts its heap when it thinks nothing goes on: with every core hashing that stops the event loop for 50 ms
  setFlagsFromString('--no-memory-reducer');

  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    limit.run(() => {
      const hashed = work();
      // libuv starts its threads with the first work
      if (!lowered) lowerHashThreads();
      lowered = true;
      return hashed;
    });
  const compare = (password: string, pepper: Pepper, hash: string) =>
    inTurn(() => bcrypt.compare(peppered(password, pepper), hash));
  const burn = async (password: string): Promise<void> => {
    dummy ??= bcrypt.hash('no password is this', cost);
    await compare(password, current, await dummy);
  };

  return {
    hash: async (password) => `${current.id}:${await inTurn(() => bcrypt.hash(peppered(password, current), cost))}`,
    verify: async (password, stored) => {
      const colon = stored.indexOf(':');
      const pepper = peppers.find(({ id }) => id === stored.slice(0, colon));
      const hash = stored.slice(colon + 1);
      if (!pepper) {
        await burn(password);
        return { ok: false, stale: false };
      }
      const ok = await compare(password, pepper, hash);
      return { ok, stale: pepper.id !== current.id || bcrypt.getRounds(hash) !== cost };
    },
    burn,
  };
}

/** NFKC first, so that the same password typed on another keyboard is the same (NIST SP 800-63B 3.1.1.2). */
function peppered(password: string, { secret }: Pepper): string {
  return createHmac('sha256', secret).update(password.normalize('NFKC')).digest('base64');
}

function refuse(): FlorinError {
  return new FlorinError('UNAVAILABLE', 'Too many people are signing in at this moment', { retryAfterSeconds: 2 });
}

/** The one derived from the shared secret verifies always: accounts made before a pepper was configured keep working. */
export function peppersOf(config: { INTERNAL_SECRET: string; PASSWORD_PEPPERS: Pepper[] }): [Pepper, ...Pepper[]] {
  const derived = deriveKey(config.INTERNAL_SECRET, 'auth-pepper').export().toString('base64');
  const internal = { id: 'internal', secret: derived };
  const [first, ...rest] = config.PASSWORD_PEPPERS;
  return first ? [first, ...rest, internal] : [internal];
}
