import type { IncomingHttpHeaders } from 'node:http';
import { cookieValues } from '@florin/service-kit';
import type { AccessTokens } from './access-token.ts';
import type { Session } from './session.ts';

/** Something a request carries that may prove a sign-in. */
export interface Credential {
  via: 'bearer' | 'cookie';
  /** the cookie that holds it, when that may be taken away once it proves nothing any more */
  cookie?: string;
  /** names it in the cache of open sessions */
  key: string;
  /** Proves it. Throws UNAUTHENTICATED when it is no good, UNAVAILABLE when that can't be found out now. */
  open(): Promise<Session>;
}

/** Finds one kind of credential in a request's headers; undefined when there is none. */
export type CredentialReader = (headers: IncomingHttpHeaders) => Credential | undefined;

// SpotMe's clients put "Bearer " before a token that already begins with it
const BEARER = /^Bearer +(?:Bearer +)?([^\s,]+)$/i;

/** `Authorization: Bearer <jwt>`. What is not three dotted parts is no token of ours and is passed over. */
export function bearerReader(tokens: AccessTokens): CredentialReader {
  return ({ authorization }) => {
    const token = BEARER.exec(authorization?.trim() ?? '')?.[1];
    if (token?.split('.').length !== 3) return undefined;
    return { via: 'bearer', key: token, open: () => tokens.verify(token) };
  };
}

/** A cookie that holds an access token. */
export function tokenCookieReader(tokens: AccessTokens, name: string): CredentialReader {
  return ({ cookie }) => {
    const token = cookieValues(cookie, name)[0];
    if (!token) return undefined;
    return { via: 'cookie', cookie: name, key: token, open: () => tokens.verify(token) };
  };
}

/** A cookie that names a session which `find` knows. It stays when there is none: it may bind a password reset under way. */
export function opaqueCookieReader(name: string, find: (value: string) => Promise<Session>): CredentialReader {
  return ({ cookie }) => {
    const value = cookieValues(cookie, name)[0];
    if (!value || value.length > 512) return undefined;
    return { via: 'cookie', key: `${name}=${value}`, open: () => find(value) };
  };
}
