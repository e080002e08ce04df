import type { Request } from 'express';
import { FlorinError } from '@florin/errors';
import type { Opened } from '../../app/sessions/open-session.ts';

/** `__Host-`: only ever sent back to the host that set them, over TLS or localhost, at every path (RFC 6265bis 4.1.3.2). */
export const ACCESS_COOKIE = '__Host-florin-access';
export const REFRESH_COOKIE = '__Host-florin-refresh';
export const TRUSTED_COOKIE = '__Host-florin-trusted';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function sessionCookies({ accessToken, refreshToken, expiresIn, session }: Opened): string[] {
  const idle = session.idleSeconds ?? expiresIn;
  return [
    `${ACCESS_COOKIE}=${accessToken ?? ''}; ${ATTRIBUTES}; Max-Age=${expiresIn}`,
    `${REFRESH_COOKIE}=${refreshToken ?? ''}; ${ATTRIBUTES}; Max-Age=${idle}`,
  ];
}

export function trustedCookie(token: string, seconds: number): string {
  return `${TRUSTED_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${seconds}`;
}

export function clearedCookies(): string[] {
  return [ACCESS_COOKIE, REFRESH_COOKIE].map((name) => `${name}=; ${ATTRIBUTES}; Max-Age=0`);
}

/** One cookie's value; undefined when it is absent or sent twice. */
export function readCookie(request: Request, name: string): string | undefined {
  const found = (request.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const value = found[0]?.slice(name.length + 1);
  return found.length === 1 && value !== '' ? value : undefined;
}

/**
 * A request that counts on a cookie must come from our own pages (OWASP CSRF): by Sec-Fetch-Site where the browser
 * sends it, else by an Origin we know. One without either comes from no browser, so no page made it. Throws FORBIDDEN.
 */
export function requireOwnOrigin(request: Request, allowed: readonly string[]): void {
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  if (origin !== undefined && allowed.includes(origin)) return;
  const own = site === undefined ? origin === undefined : site === 'same-origin' || site === 'none';
  if (!own) throw new FlorinError('FORBIDDEN', 'Cookies are taken from our own pages only');
}
