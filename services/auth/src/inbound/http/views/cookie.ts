import type { Opened } from '../../../app/sessions/open-session.ts';

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
