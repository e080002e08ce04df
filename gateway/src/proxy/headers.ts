import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import { IDENTITY_HEADER, currentContext } from '@florin/service-kit';
import { callerOf } from '../edge/caller.ts';
import type { Sessions } from '../session/sessions.ts';

/** The caller's address as the gateway knows it. A client's own is never passed on. */
const CLIENT_IP_HEADER = 'x-florin-client-ip';

/** Nothing else of a client's headers reaches a service: no identity, no hop-by-hop header, no credential. */
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'range',
  'transfer-encoding',
  'user-agent',
];

const RESPONSE_HEADERS = [
  'accept-ranges',
  'allow',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'expires',
  'idempotency-replayed',
  'last-modified',
  'link',
  'location',
  'retry-after',
  'transfer-encoding',
  'www-authenticate',
];

/** Auth alone has cookies under /v1 (its own, out of reach of scripts), checks whose page sends them, and counts guesses. */
const OWN_COOKIE = '__Host-florin-';
const AUTH_REQUEST_HEADERS = [...REQUEST_HEADERS, 'origin', 'sec-fetch-site', 'x-device-id'];
const AUTH_RESPONSE_HEADERS = [
  ...RESPONSE_HEADERS,
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'set-cookie',
];

/** The headers a service gets: the listed ones of the client, and what the gateway itself knows of the call. */
export function upstreamHeaders(
  request: Request,
  sessions: Pick<Sessions, 'sign'>,
  service: string,
): IncomingHttpHeaders {
  const { ip, session } = callerOf(request);
  const context = currentContext();
  return {
    ...pick(request.headers, service === 'auth' ? AUTH_REQUEST_HEADERS : REQUEST_HEADERS),
    ...(service === 'auth' ? ownCookies(request.headers.cookie) : {}),
    [CLIENT_IP_HEADER]: ip,
    ...(session ? { [IDENTITY_HEADER]: sessions.sign(session) } : {}),
    ...(context ? { 'x-request-id': context.requestId, traceparent: context.traceparent } : {}),
  };
}

/** The headers a client gets of a service's reply. */
export function clientHeaders(headers: IncomingHttpHeaders, closes: boolean, service: string): IncomingHttpHeaders {
  const names = service === 'auth' ? AUTH_RESPONSE_HEADERS : RESPONSE_HEADERS;
  return { ...pick(headers, names), connection: closes ? 'close' : 'keep-alive' };
}

function ownCookies(header: string | undefined): IncomingHttpHeaders {
  const own = (header ?? '').split(';').filter((pair) => pair.trimStart().startsWith(OWN_COOKIE));
  return own.length === 0 ? {} : { cookie: own.join(';').trim() };
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  const picked: IncomingHttpHeaders = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
