import type { IncomingHttpHeaders } from 'node:http';
import { IDENTITY_HEADER } from '@florin/service-kit';
import type { Caller } from '../edge/caller.ts';
import type { Sessions } from '../session/sessions.ts';

/** The caller's address as the gateway knows it. A client's own is never passed on. */
const CLIENT_IP_HEADER = 'x-florin-client-ip';

/** Nothing else of a client's headers reaches a service: no identity, no hop-by-hop header, no credential. */
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'range',
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

/** What the gateway itself knows of a call. */
export interface CallContext {
  caller: Caller;
  requestId: string;
  traceparent: string;
}

/** The headers a service gets, name after value: the listed ones of the client, and what the gateway itself knows of the call. */
export function upstreamHeaders(
  headers: IncomingHttpHeaders,
  { caller, requestId, traceparent }: CallContext,
  sessions: Pick<Sessions, 'sign'>,
  service: string,
): string[] {
  const list: string[] = [];
  for (const name of service === 'auth' ? AUTH_REQUEST_HEADERS : REQUEST_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') list.push(name, value);
  }
  const cookie = service === 'auth' ? ownCookies(headers.cookie) : '';
  if (cookie !== '') list.push('cookie', cookie);
  list.push(CLIENT_IP_HEADER, caller.ip, 'x-request-id', requestId, 'traceparent', traceparent);
  if (caller.session) list.push(IDENTITY_HEADER, sessions.sign(caller.session));
  return list;
}

/** The names, in small letters, of a service's headers that a client gets. */
export function clientHeaderNames(service: string): ReadonlySet<string> {
  return service === 'auth' ? FOR_CLIENTS_OF_AUTH : FOR_CLIENTS;
}

const FOR_CLIENTS = new Set(RESPONSE_HEADERS);
const FOR_CLIENTS_OF_AUTH = new Set(AUTH_RESPONSE_HEADERS);

function ownCookies(header: string | undefined): string {
  if (header === undefined) return '';
  const own = header.split(';').filter((pair) => pair.trimStart().startsWith(OWN_COOKIE));
  return own.join(';').trim();
}
