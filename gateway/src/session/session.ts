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

export type BadCredential = 'expired' | 'malformed' | 'invalid';

const MESSAGES: Record<BadCredential, string> = {
  expired: 'The access token has expired',
  malformed: 'This is no access token: send the one that a sign-in answered, whole, as `Authorization: Bearer TOKEN`',
  invalid: 'The access token is not valid',
};

/** UNAUTHENTICATED that tells apart, in its meta, a credential that ran out, one that is none at all, and one that is not ours. */
export function badCredential(reason: BadCredential, cause?: unknown): FlorinError {
  return new FlorinError('UNAUTHENTICATED', MESSAGES[reason], { meta: { reason }, cause });
}

/** What a session that was ended is refused with. */
export class SessionEnded extends FlorinError {
  readonly session: Session;

  constructor(session: Session) {
    super('SESSION_REVOKED', 'This session was ended. Sign in again.');
    this.session = session;
  }
}

/** The start of a session, from its uuid v7 to the millisecond, else from the second its token was issued. */
export function startOf(sessionId: string, issuedAtSeconds: number): number {
  return sessionId[14] === '7' ? Number.parseInt(sessionId.replace('-', '').slice(0, 12), 16) : issuedAtSeconds * 1000;
}
