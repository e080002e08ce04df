import type { IncomingHttpHeaders } from 'node:http';
import cors from 'cors';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { setHeaders } from './header-list.ts';

const EXPOSED = [
  'ETag',
  'Idempotency-Replayed',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-Request-Id',
];

const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/** The browser origins that may call, with cookies: ALLOWED_ORIGINS, in development every port of this machine as well. */
export function allowedOriginsOf(config: Pick<Config, 'ALLOWED_ORIGINS' | 'DEPLOYMENT'>): readonly string[] {
  return config.DEPLOYMENT === 'development' ? [...config.ALLOWED_ORIGINS, ...LOCAL] : config.ALLOWED_ORIGINS;
}

/** `http://localhost:*` stands for every port. */
function patternOf(allowed: string): string | RegExp {
  return allowed.endsWith(':*')
    ? new RegExp(`^${allowed.slice(0, -2).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(:\\d{1,5})?$`)
    : allowed;
}

/** Returns whether an origin is one of the list; `*` allows none here, since it never goes with cookies. */
function createOriginTest(allowed: readonly string[]): (origin: string) => boolean {
  const patterns = allowed.map(patternOf);
  return (origin) => patterns.some((one) => (typeof one === 'string' ? one === origin : one.test(origin)));
}

/**
 * Returns the headers, name after value, that tell a browser whether a page of an origin may read the reply, with cookies;
 * with `*` in the list any page may, without.
 */
export function createOriginHeaders(allowed: readonly string[]): (origin: string | undefined) => readonly string[] {
  const exposed = ['Access-Control-Expose-Headers', EXPOSED.join(',')];
  if (allowed.includes('*')) {
    const any = ['Access-Control-Allow-Origin', '*', ...exposed];
    return () => any;
  }
  const none = ['Vary', 'Origin'];
  const isAllowed = createOriginTest(allowed);
  return (origin) =>
    origin !== undefined && isAllowed(origin)
      ? [...none, 'Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true', ...exposed]
      : none;
}

/** Preflights are answered here; other replies get the headers of `createOriginHeaders`. */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  const any = allowed.includes('*');
  const preflight = cors({
    origin: any ? '*' : allowed.map(patternOf),
    credentials: !any,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'X-Device-Id',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
  const headersOf = createOriginHeaders(allowed);
  return (request, response, next) => {
    if (request.method === 'OPTIONS' && 'access-control-request-method' in request.headers) {
      preflight(request, response, next);
      return;
    }
    setHeaders(response, headersOf(request.headers.origin));
    next();
  };
}

/** False for a browser's request from a page of another site. */
export type SiteTest = (headers: IncomingHttpHeaders) => boolean;

/**
 * Returns what tells a browser's request from a page of another site. A request without Origin and
 * Sec-Fetch-Site comes from no browser, so no page made it.
 */
export function createSiteTest({ publicUrl, allowed }: { publicUrl: string; allowed: readonly string[] }): SiteTest {
  const isAllowed = createOriginTest(allowed);
  const ownHost = new URL(publicUrl).host;
  return ({ origin, host, 'sec-fetch-site': site }) => {
    if (typeof origin === 'string' && isAllowed(origin)) return true;
    if (typeof site === 'string') return site === 'same-origin' || site === 'same-site' || site === 'none';
    if (typeof origin !== 'string') return true;
    const originHost = URL.canParse(origin) ? new URL(origin).host : '';
    return originHost !== '' && (originHost === host || originHost === ownHost);
  };
}
