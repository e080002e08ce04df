import type { IncomingMessage } from 'node:http';
import type { Challenge__Output as Challenge } from '@florin/proto/gen/auth/florin/auth/v1/Challenge.ts';
import type { Session__Output as Session } from '@florin/proto/gen/auth/florin/auth/v1/Session.ts';
import type { Config } from '../../config.ts';
import { cookieValues } from '@florin/service-kit';
import { TOKEN_COOKIE } from '../../session/sign-in.ts';
import { clearCookie, setCookie } from '../cookies.ts';

type CookieConfig = Pick<Config, 'PUBLIC_URL' | 'COOKIE_SAME_SITE'>;

const FLAG_COOKIE = 'is_logged_in';
const CHALLENGE_COOKIE = 'two-fa-challenge';

/** The two cookies of a session; pages may read the second, which says nothing but that there is one. */
export function sessionCookies(config: CookieConfig, { token, expiresAt }: Session): string[] {
  const expires = new Date(expiresAt);
  return [
    setCookie(config, TOKEN_COOKIE, token, { httpOnly: true, expires }),
    setCookie(config, FLAG_COOKIE, 'true', { httpOnly: false, expires }),
  ];
}

export function clearSession(config: CookieConfig): string[] {
  return [clearCookie(config, TOKEN_COOKIE), clearCookie(config, FLAG_COOKIE)];
}

/** Ties the second step of a sign-in to this browser, for clients that only send `user_id`. */
export function challengeCookie(config: CookieConfig, { token, expiresAt }: Challenge): string {
  return setCookie(config, CHALLENGE_COOKIE, token, { httpOnly: true, expires: new Date(expiresAt) });
}

export function clearChallenge(config: CookieConfig): string {
  return clearCookie(config, CHALLENGE_COOKIE);
}

/** The challenge that the browser holds; nothing for a page of another site. */
export function heldChallenge({ request, sameSite }: { request: IncomingMessage; sameSite: boolean }): string {
  return (sameSite ? cookieValues(request.headers.cookie, CHALLENGE_COOKIE)[0] : undefined) ?? '';
}

/** Whether the browser still holds the readable cookie of a session, though not the one that proves it. */
export function hasFlag({ request, sameSite }: { request: IncomingMessage; sameSite: boolean }): boolean {
  const { cookie } = request.headers;
  return sameSite && cookieValues(cookie, FLAG_COOKIE).length > 0 && cookieValues(cookie, TOKEN_COOKIE).length === 0;
}
