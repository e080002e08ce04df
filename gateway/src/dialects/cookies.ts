import type { Config } from '../config.ts';

export interface CookieOptions {
  httpOnly: boolean;
  /** absent: until the browser closes */
  expires?: Date;
}

/** A Set-Cookie value for all of this site: Secure when people come by https, SameSite as configured. */
export function setCookie(
  config: Pick<Config, 'PUBLIC_URL' | 'COOKIE_SAME_SITE'>,
  name: string,
  value: string,
  { httpOnly, expires }: CookieOptions,
): string {
  const secure = config.PUBLIC_URL.startsWith('https://') || config.COOKIE_SAME_SITE === 'none';
  return [
    `${name}=${encodeURIComponent(value)}`,
    'Path=/',
    ...(expires ? [`Expires=${expires.toUTCString()}`] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    `SameSite=${SAME_SITE[config.COOKIE_SAME_SITE]}`,
  ].join('; ');
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' };

/** A Set-Cookie value that takes a cookie away. */
export function clearCookie(config: Pick<Config, 'PUBLIC_URL' | 'COOKIE_SAME_SITE'>, name: string): string {
  return setCookie(config, name, '', { httpOnly: true, expires: new Date(0) });
}
