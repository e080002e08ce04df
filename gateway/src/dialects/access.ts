import type { IncomingMessage } from 'node:http';
import { FlorinError } from '@florin/errors';
import { callerOf } from '../edge/caller.ts';
import { badCredential, type Session } from '../session/session.ts';

/**
 * The session of the caller. Throws UNAUTHENTICATED with meta.reason `missing` (nothing sent), `malformed`, `invalid` or
 * `expired`,
 * SESSION_REVOKED, FORBIDDEN (a cookie from another site's page), UNAVAILABLE.
 */
export function requireSession(request: IncomingMessage): Session {
  const { session, fault } = callerOf(request);
  if (session) return session;
  if (fault) throw fault;
  if (request.headers.authorization !== undefined) throw badCredential('malformed');
  throw new FlorinError('UNAUTHENTICATED', 'Sign in first', { meta: { reason: 'missing' } });
}
