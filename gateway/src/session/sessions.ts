import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { FlorinError } from '@florin/errors';
import type { Clock, IdentitySigner } from '@florin/service-kit';
import type { Credential, CredentialReader } from './credentials.ts';
import type { Revocations } from './revocations.ts';
import { badCredential, SessionEnded, type Session } from './session.ts';

/** Half the life of a signed identity: what is passed on stays good for the call it goes with. */
const SIGNED_FOR_MS = 30_000;
const MAX_SESSIONS = 20_000;

interface Held extends Session {
  signed?: { value: string; until: number };
}

export interface Sessions {
  /** the credentials a request carries, most telling first */
  find(headers: IncomingHttpHeaders): Credential[];
  /** True when the credential was proven before and is still in memory. */
  known: (credential: Credential) => boolean;
  /** The session of a credential. Throws UNAUTHENTICATED, SESSION_REVOKED, or UNAVAILABLE while that can't be told. */
  open(credential: Credential): Promise<Session>;
  /** The signed identity header's value for a session that `open` gave. */
  sign(session: Session): string;
}

/** Turns credentials into sessions, remembering proven ones until they expire. */
export function createSessions(options: {
  readers: readonly CredentialReader[];
  revocations: Revocations;
  /** false until all earlier revocations were read */
  revocationsLoaded: () => boolean;
  signer: IdentitySigner;
  clock: Clock;
}): Sessions {
  const { readers, revocations, signer, clock } = options;
  const cache = new LRUCache<string, Held>({ max: MAX_SESSIONS });

  const check = (session: Held, key: string): Held => {
    if (session.expiresAt <= clock().getTime()) {
      cache.delete(key);
      throw badCredential('expired');
    }
    if (!revocations.has(session)) return session;
    cache.delete(key);
    throw new SessionEnded(session);
  };
  return {
    find: (headers) => readers.flatMap((read) => read(headers) ?? []),
    known: ({ key }) => (cache.get(key)?.expiresAt ?? 0) > clock().getTime(),
    open: async (credential) => {
      const { key } = credential;
      if (!options.revocationsLoaded()) {
        throw new FlorinError('UNAVAILABLE', 'Sign-ins can not be checked at present', { retryAfterSeconds: 1 });
      }
      const known = cache.get(key);
      if (known) return check(known, key);
      const session: Held = await credential.open();
      cache.set(key, session);
      return check(session, key);
    },
    sign: (session) => {
      const held: Held = session;
      const now = clock().getTime();
      if (!held.signed || held.signed.until <= now) {
        held.signed = { value: signer.sign(session.identity), until: now + SIGNED_FOR_MS };
      }
      return held.signed.value;
    },
  };
}
