import { FlorinError } from '@florin/errors';
import type { Identity } from '@florin/service-kit';

/** A sign-in that was proven by a token or a cookie. */
export interface Session {
  identity: Identity;
  /** epoch milliseconds; revocations of "all sessions before" compare with it */
  startedAt: number;
  /** epoch milliseconds after which the credential is worth nothing */
  expiresAt: number;
}

export type BadCredential = 'expired' | 'invalid';

/** UNAUTHENTICATED that tells apart, in its meta, a credential that ran out from one that never was good. */
export function badCredential(reason: BadCredential, cause?: unknown): FlorinError {
  const message = reason === 'expired' ? 'The access token has expired' : 'The access token is not valid';
  return new FlorinError('UNAUTHENTICATED', message, { meta: { reason }, cause });
}

/** The start of a session, from its uuid v7 to the millisecond, else from the second its token was issued. */
export function startOf(sessionId: string, issuedAtSeconds: number): number {
  return sessionId[14] === '7' ? Number.parseInt(sessionId.replace('-', '').slice(0, 12), 16) : issuedAtSeconds * 1000;
}
