import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Credential } from '../session/credentials.ts';
import { SessionEnded, type Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import { callerOf, setCaller, type Caller } from './caller.ts';
import { createSiteTest } from './cross-origin.ts';
import type { ReplyHeaders } from './header-list.ts';
import type { RateLimits } from './limits/rate-limits.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export type Identify = (request: IncomingMessage, reply: ReplyHeaders) => Promise<Caller>;

export interface IdentifyOptions {
  addressOf(request: IncomingMessage): string;
  sessions: Sessions;
  limits: RateLimits;
  publicUrl: string;
  allowedOrigins: readonly string[];
  /** a Set-Cookie value that takes a cookie away */
  clearCookie(name: string): string;
}

/**
 * Finds out who calls and counts the call. A credential that is no good is noted, not refused: some paths need none. A bearer
 * token that is no good is not made up for by a cookie, and one that is another person's than the cookie's is no good either.
 * Cookies that prove nothing any more are taken away.
 */
export function createIdentify(options: IdentifyOptions): Identify {
  const { sessions, limits } = options;
  const isOurs = createSiteTest({ publicUrl: options.publicUrl, allowed: options.allowedOrigins });
  const open = async (
    request: IncomingMessage,
    credential: Credential,
  ): Promise<{ session: Session } | { fault: FlorinError }> => {
    try {
      if (credential.via === 'cookie' && !SAFE.has(request.method ?? '') && !isOurs(request.headers)) {
        throw new FlorinError('FORBIDDEN', 'A cookie signs in only requests made from our own pages');
      }
      return { session: await sessions.open(credential) };
    } catch (error) {
      if (!isFlorinError(error)) throw error;
      if (error instanceof SessionEnded) callerOf(request).ended = error.session;
      return { fault: error };
    }
  };
  return async (request, reply) => {
    const caller: Caller = { ip: options.addressOf(request) };
    setCaller(request, caller);
    const credentials = sessions.find(request.headers);
    if (!credentials.some(sessions.known)) await limits.countAddress(caller.ip, reply);
    for (const credential of credentials) {
      const opened = await open(request, credential);
      if ('session' in opened) accept(caller, credential, opened.session);
      else if (credential.via === 'bearer') caller.refused = caller.fault = opened.fault;
      else {
        const dead = isDead(opened.fault) ? credential.cookie : undefined;
        if (dead !== undefined) reply.append('Set-Cookie', options.clearCookie(dead));
        caller.fault ??= opened.fault;
      }
    }
    if (caller.refused) {
      delete caller.session;
      caller.fault = caller.refused;
    }
    if (caller.session) {
      delete caller.fault;
      await limits.countUser(caller.session.identity.userId, reply);
    }
    return caller;
  };
}

export function identified(identify: Identify): RequestHandler {
  return async (request, response, next) => {
    await identify(request, response);
    next();
  };
}

function accept(caller: Caller, { via }: Credential, session: Session): void {
  if (!caller.session) {
    caller.session = session;
    caller.via = via;
  } else if (caller.via === 'bearer' && caller.session.identity.userId !== session.identity.userId) {
    caller.refused = new FlorinError(
      'UNAUTHENTICATED',
      'The token and the cookie are of two people: send one of them',
      {
        meta: { reason: 'invalid' },
      },
    );
  }
}

const isDead = ({ code }: FlorinError): boolean => code === 'UNAUTHENTICATED' || code === 'SESSION_REVOKED';
