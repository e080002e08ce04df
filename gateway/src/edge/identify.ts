import type { Request, RequestHandler } from 'express';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Credential } from '../session/credentials.ts';
import type { Sessions } from '../session/sessions.ts';
import { clientAddress } from './address.ts';
import type { Caller } from './caller.ts';
import { setCaller } from './caller.ts';
import { isSameSite } from './cross-origin.ts';
import type { RateLimits } from './rate-limits.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who calls and counts the call. A credential that is no good is noted, not refused: some paths need none. */
export function identify(options: {
  sessions: Sessions;
  limits: RateLimits;
  publicUrl: string;
  allowedOrigins: readonly string[];
}): RequestHandler {
  const { sessions, limits, publicUrl, allowedOrigins } = options;
  const crossSite = (request: Request, { via }: Credential) =>
    via === 'cookie' &&
    !SAFE.has(request.method) &&
    !isSameSite(request.headers, { publicUrl, allowed: allowedOrigins });

  const open = async (request: Request, caller: Caller, credential: Credential) => {
    try {
      if (crossSite(request, credential)) {
        throw new FlorinError('FORBIDDEN', 'A cookie signs in only requests made from our own pages');
      }
      caller.session = await sessions.open(credential);
      caller.via = credential.via;
    } catch (error) {
      if (!isFlorinError(error)) throw error;
      caller.fault ??= error;
    }
  };

  return async (request, response, next) => {
    const caller: Caller = { ip: clientAddress(request) };
    setCaller(request, caller);
    const credentials = sessions.find(request.headers);
    if (!credentials.some(sessions.known)) await limits.countAddress(caller.ip, response);
    for (const credential of credentials) if (!caller.session) await open(request, caller, credential);
    if (caller.session) {
      delete caller.fault;
      await limits.countUser(caller.session.identity.userId, response);
    }
    next();
  };
}
