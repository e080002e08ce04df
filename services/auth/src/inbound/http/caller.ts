import type { Request } from 'express';
import { isFlorinError } from '@florin/errors';
import { isIP } from 'node:net';
import { cookieValues, type Identity } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { LimitState, LimitedRoute } from '../../app/limits/take-limit.ts';
import type { Caller } from '../../app/sessions/caller.ts';
import type { Device } from '../../domain/session.ts';

/** One cookie's value; undefined when it is absent or sent twice. */
export function readCookie(request: Request, name: string): string | undefined {
  const [value, ...more] = cookieValues(request.get('cookie'), name);
  return more.length === 0 && value !== '' ? value : undefined;
}

/** Refuses a request that counts on a cookie and comes from other pages than ours. Throws FORBIDDEN. */
export function requireOwnOrigin(useCases: UseCases, request: Request): void {
  useCases.checkOrigin({ origin: request.get('origin'), fetchSite: request.get('sec-fetch-site') });
}

interface Stated {
  id?: string | undefined;
  platform?: string | undefined;
  pushToken?: string | undefined;
}

/** The gateway tells a service the address it saw; it has taken trusted proxies off already. */
const CLIENT_IP_HEADER = 'x-florin-client-ip';

/** The caller's address: what the gateway says, where TRUSTED_PROXIES names it; else that of the connection. */
export function addressOf(request: Request): string {
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const told = request.get(CLIENT_IP_HEADER);
  const peer = request.socket.remoteAddress ?? '';
  if (told !== undefined && isIP(told) > 0 && trusts(peer, 0)) return told;
  return request.ip ?? peer;
}

/** The device a request comes from: its address as trusted proxies tell it, and what it says of itself. */
export function deviceOf(request: Request, stated: Stated = {}): Device {
  const header = request.get('x-device-id');
  const id = stated.id ?? (header !== undefined && /^[A-Za-z0-9_-]{16,128}$/.test(header) ? header : undefined);
  return { ...stated, id, ip: addressOf(request), userAgent: request.get('user-agent')?.slice(0, 500) };
}

export function callerFrom(request: Request, { userId, sessionId }: Identity): Caller {
  return { userId, sessionId, ip: addressOf(request) };
}

/** Counts the request and tells the client where it stands, whatever the answer will be. Throws RATE_LIMITED. */
export async function limit(
  useCases: UseCases,
  route: LimitedRoute,
  request: Request,
  account?: string,
): Promise<void> {
  try {
    setHeaders(request, await useCases.takeLimit(route, { ip: addressOf(request), account }));
  } catch (error) {
    if (isFlorinError(error) && error.code === 'RATE_LIMITED') {
      const limitOf = Number(error.meta['limit'] ?? 0);
      setHeaders(request, { limit: limitOf, remaining: 0, resetSeconds: error.retryAfterSeconds ?? 1 });
    }
    throw error;
  }
}

function setHeaders(request: Request, { limit: maximum, remaining, resetSeconds }: LimitState): void {
  request.res?.setHeader('RateLimit-Limit', String(maximum));
  request.res?.setHeader('RateLimit-Remaining', String(Math.max(0, remaining)));
  request.res?.setHeader('RateLimit-Reset', String(resetSeconds));
}

/** Those of the fields of an unchecked body that are text. */
export function textsOf<Name extends string>(
  body: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = names.map((name) => [name, body[name]]).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
}
