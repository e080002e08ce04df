import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { FlorinError } from '@florin/errors';
import { deriveKey } from './seal.ts';

export type Role = 'user' | 'support' | 'admin';

/** Who calls, as the gateway found out by verifying the access token. */
export interface Identity {
  userId: string;
  sessionId: string;
  roles: Role[];
  /** how the person signed in, RFC 8176: pwd, otp, ... */
  amr: string[];
  /** epoch seconds of the sign-in */
  authTime: number;
  emailVerified: boolean;
}

/** Header that carries the signed identity from the gateway to a service. Stripped from what clients send. */
export const IDENTITY_HEADER = 'x-florin-identity';
const IDENTITY_AUDIENCE = 'florin-identity';
const SERVICE_AUDIENCE = 'florin-grpc';
const LIFETIME_SECONDS = 60;

export interface IdentitySigner {
  /** A token that says who the person is; valid for a minute. */
  sign(identity: Identity): string;
  /** Throws UNAUTHENTICATED for anything but a token this secret signed in the last minute. */
  verify(token: string): Identity;
}

/** Signs and verifies identities with a key derived from the secret all processes share (HS256 on a KeyObject). */
export function createIdentitySigner(secret: string): IdentitySigner {
  const key = deriveKey(secret, 'identity');
  const verify = remembered((token): Verified<Identity> => {
    const { sub, exp, ...claims } = verifyToken(key, IDENTITY_AUDIENCE, token);
    return { value: Object.freeze({ ...(claims as unknown as Omit<Identity, 'userId'>), userId: sub }), exp };
  });
  return { sign: ({ userId, ...claims }) => signToken(key, IDENTITY_AUDIENCE, userId, claims), verify };
}

interface Verified<T> {
  value: T;
  /** epoch seconds */
  exp: number;
}

const MAX_REMEMBERED = 10_000;

/** The gateway sends the same token for half a minute: once verified, it is not verified again before it expires. */
function remembered<T>(verify: (token: string) => Verified<T>): (token: string) => T {
  const known = new LRUCache<string, Verified<T>>({ max: MAX_REMEMBERED });
  return (token) => {
    const before = known.get(token);
    if (before && before.exp * 1000 > Date.now()) return before.value;
    const verified = verify(token);
    known.set(token, verified);
    return verified.value;
  };
}

export interface ServiceTokens {
  /** A token that says which service calls; made anew every half minute. */
  current(): string;
  /** Name of the calling service. Throws UNAUTHENTICATED. */
  verify(token: string): string;
}

/** Authenticates gRPC callers: each carries a short-lived token signed with the shared secret and its own name. */
export function createServiceTokens(secret: string, service: string): ServiceTokens {
  const key = deriveKey(secret, 'service-token');
  let cached = { token: '', until: 0 };
  return {
    current: () => {
      if (cached.until < Date.now()) {
        cached = { token: signToken(key, SERVICE_AUDIENCE, service, {}), until: Date.now() + 30_000 };
      }
      return cached.token;
    },
    verify: remembered((token) => {
      const { sub, exp } = verifyToken(key, SERVICE_AUDIENCE, token);
      return { value: sub, exp };
    }),
  };
}

function signToken(key: KeyObject, audience: string, subject: string, claims: object): string {
  return jwt.sign(claims, key, { algorithm: 'HS256', audience, subject, expiresIn: LIFETIME_SECONDS });
}

interface Claims extends Record<string, unknown> {
  sub: string;
  exp: number;
}

function verifyToken(key: KeyObject, audience: string, token: string): Claims {
  try {
    const claims = jwt.verify(token, key, { algorithms: ['HS256'], audience, clockTolerance: 5 });
    if (typeof claims === 'object' && typeof claims.sub === 'string' && typeof claims.exp === 'number') {
      return { ...claims, sub: claims.sub, exp: claims.exp };
    }
  } catch (error) {
    throw new FlorinError('UNAUTHENTICATED', 'The caller is not known', { cause: error });
  }
  throw new FlorinError('UNAUTHENTICATED', 'The caller is not known');
}
